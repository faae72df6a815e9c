/** What is served, whatever serves it. */
@NullMarked
package desk;

import org.jspecify.annotations.NullMarked;
