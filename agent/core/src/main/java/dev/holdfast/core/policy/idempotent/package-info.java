/** One effect for each key: calls made once, and their results kept for duplicates. */
@NullMarked
package dev.holdfast.core.policy.idempotent;

import org.jspecify.annotations.NullMarked;
