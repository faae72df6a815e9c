/**
 * Statements that take what is left of a deadline. All that is named of a driver is {@code
 * java.sql}, so nothing here has to lie beside the application.
 */
@NullMarked
package dev.holdfast.clients.jdbc;

import org.jspecify.annotations.NullMarked;
