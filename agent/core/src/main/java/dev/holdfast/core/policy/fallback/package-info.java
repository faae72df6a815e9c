/**
 * {@link dev.holdfast.Fallback}: answers in the place of a method that failed, by another method, a
 * literal, or the null object of the return type.
 */
@NullMarked
package dev.holdfast.core.policy.fallback;

import org.jspecify.annotations.NullMarked;
