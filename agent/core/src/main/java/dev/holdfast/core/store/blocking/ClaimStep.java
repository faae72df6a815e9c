package dev.holdfast.core.store.blocking;

import dev.holdfast.core.store.ClaimRequest;

/**
 * One claim that is made together with others.
 *
 * @param owner who asks: unique to this claim
 */
public record ClaimStep(ClaimRequest request, String owner) {}
