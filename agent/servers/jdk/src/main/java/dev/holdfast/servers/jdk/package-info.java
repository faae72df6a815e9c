/**
 * Requests that handlers of the JDK's own HTTP server serve. That server's types are the JDK's, so
 * nothing here has to lie beside the application.
 */
@NullMarked
package dev.holdfast.servers.jdk;

import org.jspecify.annotations.NullMarked;
