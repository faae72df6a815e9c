package dev.holdfast.core.store;

/**
 * The right to make one call, as a holder shows it to the store.
 *
 * @param token fences off holders that lost the key: only the token given last counts
 */
public record Hold(StoredKey key, long token) {}
