/** OkHttp, and Retrofit on it. */
@NullMarked
package dev.holdfast.clients.okhttp;

import org.jspecify.annotations.NullMarked;
