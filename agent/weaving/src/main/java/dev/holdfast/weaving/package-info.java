/** The engine in a JVM: started by the launcher, it weaves classes while they are loaded. */
@NullMarked
package dev.holdfast.weaving;

import org.jspecify.annotations.NullMarked;
