/**
 * Kills JVMs at random points of idempotent calls, over each kind of store, and judges by what they
 * wrote into a ledger that has nothing to do with the store: how many effects each key had, and
 * whether all callers got one result.
 */
@NullMarked
package dev.holdfast.campaign;

import org.jspecify.annotations.NullMarked;
