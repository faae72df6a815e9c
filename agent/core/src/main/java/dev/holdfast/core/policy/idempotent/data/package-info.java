/**
 * Values as data. {@link dev.holdfast.core.policy.idempotent.data.Storability} decides from class
 * files which {@link dev.holdfast.core.policy.idempotent.data.Shape} the values of a type have, and
 * what cannot be stored faithfully; {@link dev.holdfast.core.policy.idempotent.data.Forms} bind
 * shapes to loaded classes and turn values into data and back. The static type is the only type
 * information there is: no class is ever named by what was stored.
 */
@NullMarked
package dev.holdfast.core.policy.idempotent.data;

import org.jspecify.annotations.NullMarked;
