/**
 * Keeps results of idempotent calls in a folder, for one process at a time: in a file of MVStore,
 * the storage engine of H2, written and synced before a step is answered.
 */
@NullMarked
package dev.holdfast.store.h2;

import org.jspecify.annotations.NullMarked;
