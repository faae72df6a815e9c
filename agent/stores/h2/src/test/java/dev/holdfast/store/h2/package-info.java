@NullMarked
package dev.holdfast.store.h2;

import org.jspecify.annotations.NullMarked;
