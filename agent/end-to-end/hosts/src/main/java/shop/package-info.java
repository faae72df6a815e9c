/**
 * An application as its author wrote it: it names the annotations and knows nothing of the agent.
 */
@NullMarked
package shop;

import org.jspecify.annotations.NullMarked;
