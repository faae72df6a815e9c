/**
 * Stores whose clients block: their steps run here, on few threads of the store's own, within a
 * limit, and not at all for a while once the store cannot be reached.
 */
@NullMarked
package dev.holdfast.core.store.blocking;

import org.jspecify.annotations.NullMarked;
