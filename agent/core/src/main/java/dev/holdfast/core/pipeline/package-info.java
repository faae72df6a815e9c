/** How policies are stacked around a body, for values and for futures. */
@NullMarked
package dev.holdfast.core.pipeline;

import org.jspecify.annotations.NullMarked;
