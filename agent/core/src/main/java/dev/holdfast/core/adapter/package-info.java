/**
 * What modules for one library of applications implement: hooks, which name methods of the library,
 * and adapters, which stand in these methods' places.
 */
@NullMarked
package dev.holdfast.core.adapter;

import org.jspecify.annotations.NullMarked;
