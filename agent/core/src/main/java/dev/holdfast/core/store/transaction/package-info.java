/**
 * Keys in the application's own transactions: rows that commit together with the effect, or not at
 * all.
 */
@NullMarked
package dev.holdfast.core.store.transaction;

import org.jspecify.annotations.NullMarked;
