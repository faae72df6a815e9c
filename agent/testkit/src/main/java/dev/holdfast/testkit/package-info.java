/** Test support: JVMs forked with the agent jar that users get. */
@NullMarked
package dev.holdfast.testkit;

import org.jspecify.annotations.NullMarked;
