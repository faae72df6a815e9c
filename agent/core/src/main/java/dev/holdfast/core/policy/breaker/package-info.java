/**
 * The circuit breaker: counts outcomes in a window, and refuses calls while most of them would
 * fail.
 */
@NullMarked
package dev.holdfast.core.policy.breaker;

import org.jspecify.annotations.NullMarked;
