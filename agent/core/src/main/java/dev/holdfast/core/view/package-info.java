/** The read side: counts and states for those who look, never locked by those who call. */
@NullMarked
package dev.holdfast.core.view;

import org.jspecify.annotations.NullMarked;
