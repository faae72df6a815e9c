/** Clocks, waits and alarms: everything that a test replaces by fake time. */
@NullMarked
package dev.holdfast.core.time;

import org.jspecify.annotations.NullMarked;
