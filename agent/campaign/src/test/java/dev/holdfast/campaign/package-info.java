@NullMarked
package dev.holdfast.campaign;

import org.jspecify.annotations.NullMarked;
