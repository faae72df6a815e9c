/** The agent's own log: few lines, to where the user wants them, never to the application's. */
@NullMarked
package dev.holdfast.core.log;

import org.jspecify.annotations.NullMarked;
