/** Programs as users write them, run in JVMs of their own under the agent. */
@NullMarked
package dev.holdfast.launcher.program;

import org.jspecify.annotations.NullMarked;
