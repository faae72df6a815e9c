/**
 * Makes a call once for each key: {@link dev.holdfast.core.policy.idempotent.IdempotentFactory} and
 * what it binds claim the key at a store's desk, make the call or answer with what was stored; and
 * {@link dev.holdfast.core.policy.idempotent.IdempotencyKeyFactory} gives a call the key that it
 * carries.
 */
@NullMarked
package dev.holdfast.core.policy.idempotent;

import org.jspecify.annotations.NullMarked;
