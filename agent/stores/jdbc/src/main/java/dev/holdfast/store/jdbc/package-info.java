/** Keeps results of idempotent calls in PostgreSQL: one row for each key, one statement a step. */
@NullMarked
package dev.holdfast.store.jdbc;

import org.jspecify.annotations.NullMarked;
