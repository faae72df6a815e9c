/** Classes that explain is tried on. */
@NullMarked
package dev.holdfast.console.sample;

import org.jspecify.annotations.NullMarked;
