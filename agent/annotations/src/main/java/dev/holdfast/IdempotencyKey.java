package dev.holdfast;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parameter, a {@code String} or {@code UUID}, that carries the call's idempotency key.
 *
 * <p>A null argument is filled by the agent with one key for the whole call, the same on every
 * attempt: derived from the call's {@link Idempotent#key()} if that is another one, else random.
 * Where this parameter <i>is</i> the key of {@link Idempotent}, null means the {@code
 * Idempotency-Key} header of the request being served, else a missing key.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface IdempotencyKey {}
