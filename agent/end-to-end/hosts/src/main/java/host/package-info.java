/** Programs that host applications: servers, module systems, loaders of all kinds. */
@NullMarked
package host;

import org.jspecify.annotations.NullMarked;
