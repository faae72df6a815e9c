/** Answers that Feign returns and throws. */
@NullMarked
package dev.holdfast.clients.feign;

import org.jspecify.annotations.NullMarked;
