@NullMarked
package dev.holdfast.core.wire;

import org.jspecify.annotations.NullMarked;
