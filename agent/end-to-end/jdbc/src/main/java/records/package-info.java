/** A program that keeps records in a database; the agent sees to it that it does not wait long. */
@NullMarked
package records;

import org.jspecify.annotations.NullMarked;
