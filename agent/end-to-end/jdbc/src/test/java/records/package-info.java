/** Runs the program under the agent jar, beside a real PostgreSQL. */
@NullMarked
package records;

import org.jspecify.annotations.NullMarked;
