/** The desk behind each server, each a program of its own. */
@NullMarked
package servers;

import org.jspecify.annotations.NullMarked;
