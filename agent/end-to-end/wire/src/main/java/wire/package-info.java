/** What several JVMs do to one another by HTTP, with the agent and without. */
@NullMarked
package wire;

import org.jspecify.annotations.NullMarked;
