/** One small way into each HTTP client. */
@NullMarked
package clients;

import org.jspecify.annotations.NullMarked;
