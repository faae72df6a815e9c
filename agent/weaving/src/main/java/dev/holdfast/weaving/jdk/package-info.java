/** The few lines that are woven into the JDK's own HTTP clients. */
@NullMarked
package dev.holdfast.weaving.jdk;

import org.jspecify.annotations.NullMarked;
