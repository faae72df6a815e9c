/** What the command line asks of the engine in a JVM, and what it is answered. */
@NullMarked
package dev.holdfast.weaving.control;

import org.jspecify.annotations.NullMarked;
