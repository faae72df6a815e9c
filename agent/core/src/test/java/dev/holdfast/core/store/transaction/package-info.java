@NullMarked
package dev.holdfast.core.store.transaction;

import org.jspecify.annotations.NullMarked;
