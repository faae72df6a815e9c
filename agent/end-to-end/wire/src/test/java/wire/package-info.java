@NullMarked
package wire;

import org.jspecify.annotations.NullMarked;
