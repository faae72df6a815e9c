/** Runs the program under the agent's jar, on a real PostgreSQL. */
@NullMarked
package bank;

import org.jspecify.annotations.NullMarked;
