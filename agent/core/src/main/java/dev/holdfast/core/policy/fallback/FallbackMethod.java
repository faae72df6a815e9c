package dev.holdfast.core.policy.fallback;

import java.util.Optional;

/**
 * A method that stands in for another one.
 *
 * @param owner the binary name of the class through which it is reached
 * @param failure the binary name of the failure that it takes as its last parameter, if it does
 * @param answersLater whether it returns a future where the guarded method does
 */
record FallbackMethod(
    String owner,
    String name,
    String descriptor,
    boolean isStatic,
    Optional<String> failure,
    boolean answersLater) {}
