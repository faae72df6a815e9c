/** What lives beside the application, with its Feign in sight. */
@NullMarked
package dev.holdfast.clients.feign.inside;

import org.jspecify.annotations.NullMarked;
