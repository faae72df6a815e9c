/** Answers that clients of JAX-RS return and throw. */
@NullMarked
package dev.holdfast.clients.jaxrs;

import org.jspecify.annotations.NullMarked;
