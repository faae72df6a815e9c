/** From what was written on a method to what is in force on it. */
@NullMarked
package dev.holdfast.core.plan;

import org.jspecify.annotations.NullMarked;
