/** Apache HttpClient 4. */
@NullMarked
package dev.holdfast.clients.apache4;

import org.jspecify.annotations.NullMarked;
