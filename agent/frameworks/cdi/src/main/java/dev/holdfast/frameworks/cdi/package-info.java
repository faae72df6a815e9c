/** Where the engine hooks into transactions of CDI; names no type of CDI's. */
@NullMarked
package dev.holdfast.frameworks.cdi;

import org.jspecify.annotations.NullMarked;
