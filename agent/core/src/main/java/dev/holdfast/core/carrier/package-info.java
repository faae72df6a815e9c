/** What well-known libraries keep by thread, carried to the threads on which a call goes on. */
@NullMarked
package dev.holdfast.core.carrier;

import org.jspecify.annotations.NullMarked;
