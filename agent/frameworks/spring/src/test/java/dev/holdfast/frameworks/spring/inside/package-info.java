@NullMarked
package dev.holdfast.frameworks.spring.inside;

import org.jspecify.annotations.NullMarked;
