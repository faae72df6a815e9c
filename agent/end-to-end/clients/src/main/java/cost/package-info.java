/** What guards cost a call that goes over the wire and succeeds. */
@NullMarked
package cost;

import org.jspecify.annotations.NullMarked;
