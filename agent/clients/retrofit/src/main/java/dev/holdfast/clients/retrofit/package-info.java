/** Answers that Retrofit returns and throws. */
@NullMarked
package dev.holdfast.clients.retrofit;

import org.jspecify.annotations.NullMarked;
