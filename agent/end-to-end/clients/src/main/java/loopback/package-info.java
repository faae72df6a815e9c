/** A server of raw sockets, which can also misbehave. */
@NullMarked
package loopback;

import org.jspecify.annotations.NullMarked;
