/** A provider whose answers get lost, and customers who ask again. */
@NullMarked
package wire.charges;

import org.jspecify.annotations.NullMarked;
