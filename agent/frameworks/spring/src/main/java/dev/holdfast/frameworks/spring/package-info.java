/** Where the engine hooks into Spring; names no type of Spring's. */
@NullMarked
package dev.holdfast.frameworks.spring;

import org.jspecify.annotations.NullMarked;
