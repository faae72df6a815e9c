/** A busy server that says when to come back, and two hundred who do. */
@NullMarked
package wire.patience;

import org.jspecify.annotations.NullMarked;
