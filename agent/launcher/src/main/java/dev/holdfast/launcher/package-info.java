/** What the JVM calls: the agent's and the command line's entry, and the loader of the engine. */
@NullMarked
package dev.holdfast.launcher;

import org.jspecify.annotations.NullMarked;
