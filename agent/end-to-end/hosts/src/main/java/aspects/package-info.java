/** Aspects that AspectJ's load-time weaver weaves into the application. */
@NullMarked
package aspects;

import org.jspecify.annotations.NullMarked;
