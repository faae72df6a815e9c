/** Guarded calls through an HTTP client, and what is seen of them at both ends. */
@NullMarked
package calls;

import org.jspecify.annotations.NullMarked;
