/** What lives beside the application, with its OkHttp in sight. */
@NullMarked
package dev.holdfast.clients.okhttp.inside;

import org.jspecify.annotations.NullMarked;
