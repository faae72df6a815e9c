/** Tests of limits of statements, under fake time. */
@NullMarked
package dev.holdfast.clients.jdbc;

import org.jspecify.annotations.NullMarked;
