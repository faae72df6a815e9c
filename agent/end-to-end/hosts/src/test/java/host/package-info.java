/** Runs the programs, each with its host's libraries, under the agent jar that users get. */
@NullMarked
package host;

import org.jspecify.annotations.NullMarked;
