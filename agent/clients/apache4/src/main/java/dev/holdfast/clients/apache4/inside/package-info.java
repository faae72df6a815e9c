/** What lives beside the application, with its HttpClient 4 in sight. */
@NullMarked
package dev.holdfast.clients.apache4.inside;

import org.jspecify.annotations.NullMarked;
