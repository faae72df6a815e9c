/**
 * What every HTTP client needs of the engine, whatever its library: what a request takes along that
 * a guarded call sends, and for how long it may wait.
 */
@NullMarked
package dev.holdfast.core.wire;

import org.jspecify.annotations.NullMarked;
