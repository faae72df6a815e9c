@NullMarked
package dev.holdfast.weaving;

import org.jspecify.annotations.NullMarked;
