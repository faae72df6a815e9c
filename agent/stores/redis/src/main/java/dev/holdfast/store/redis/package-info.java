/** Keeps results of idempotent calls in Redis: one key for each key, one script a step. */
@NullMarked
package dev.holdfast.store.redis;

import org.jspecify.annotations.NullMarked;
