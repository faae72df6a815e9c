/** Class files as data: what the engine knows of a class that is not loaded yet. */
@NullMarked
package dev.holdfast.core.type;

import org.jspecify.annotations.NullMarked;
