/**
 * Where the results of idempotent calls are kept: one contract for every store, the bounded one in
 * memory, and how a store is chosen. A store knows keys, tokens and JSON texts, and nothing of
 * methods and types.
 */
@NullMarked
package dev.holdfast.core.store;

import org.jspecify.annotations.NullMarked;
