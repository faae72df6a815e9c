/** What the command line asks of JVMs that run already. */
@NullMarked
package dev.holdfast.console.remote;

import org.jspecify.annotations.NullMarked;
