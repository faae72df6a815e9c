/** What happened, told once: events that carry the whole new state. */
@NullMarked
package dev.holdfast.core.event;

import org.jspecify.annotations.NullMarked;
