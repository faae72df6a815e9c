/** What applications implement; in hosts of modules it lies in a module of its own. */
@NullMarked
package ports;

import org.jspecify.annotations.NullMarked;
