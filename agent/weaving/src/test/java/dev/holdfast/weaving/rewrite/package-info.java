@NullMarked
package dev.holdfast.weaving.rewrite;

import org.jspecify.annotations.NullMarked;
