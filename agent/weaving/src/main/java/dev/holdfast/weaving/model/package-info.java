/** Class files read into the engine's data, without loading a class. */
@NullMarked
package dev.holdfast.weaving.model;

import org.jspecify.annotations.NullMarked;
