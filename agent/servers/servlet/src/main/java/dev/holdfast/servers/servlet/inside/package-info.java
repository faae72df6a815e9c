/** What lives beside the application, with its servlet API in sight. */
@NullMarked
package dev.holdfast.servers.servlet.inside;

import org.jspecify.annotations.NullMarked;
