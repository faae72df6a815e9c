/** Apache HttpClient 5, classic. */
@NullMarked
package dev.holdfast.clients.apache5;

import org.jspecify.annotations.NullMarked;
