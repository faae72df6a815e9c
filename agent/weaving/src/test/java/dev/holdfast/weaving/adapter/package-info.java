@NullMarked
package dev.holdfast.weaving.adapter;

import org.jspecify.annotations.NullMarked;
