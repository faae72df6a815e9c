/** Services that call one another, and the last one is down. */
@NullMarked
package wire.hops;

import org.jspecify.annotations.NullMarked;
