/** The HTTP clients of the JDK, into which a few lines are woven that ask here. */
@NullMarked
package dev.holdfast.clients.jdk;

import org.jspecify.annotations.NullMarked;
