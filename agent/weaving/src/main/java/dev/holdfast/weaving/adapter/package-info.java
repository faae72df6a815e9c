/** Adapters to libraries of the application: which methods they stand at, and their loaders. */
@NullMarked
package dev.holdfast.weaving.adapter;

import org.jspecify.annotations.NullMarked;
