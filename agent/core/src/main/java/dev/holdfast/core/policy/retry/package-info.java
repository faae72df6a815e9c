/** Calls again what failed, after a growing, jittered wait, and never more than a budget allows. */
@NullMarked
package dev.holdfast.core.policy.retry;

import org.jspecify.annotations.NullMarked;
