/**
 * One logical call while it runs: its arguments, what its thread knows of it, and who counts it.
 */
@NullMarked
package dev.holdfast.core.call;

import org.jspecify.annotations.NullMarked;
