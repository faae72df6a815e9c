/** The command line of the agent jar. */
@NullMarked
package dev.holdfast.console;

import org.jspecify.annotations.NullMarked;
