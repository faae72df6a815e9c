/** Asks each server, in its own JVM under the agent jar that users get. */
@NullMarked
package servers;

import org.jspecify.annotations.NullMarked;
