/** What lives beside the application, with its HttpClient 5 in sight. */
@NullMarked
package dev.holdfast.clients.apache5.inside;

import org.jspecify.annotations.NullMarked;
