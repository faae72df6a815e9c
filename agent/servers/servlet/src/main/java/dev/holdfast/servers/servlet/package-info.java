/** Where the engine hooks into servlet containers; names no type of theirs. */
@NullMarked
package dev.holdfast.servers.servlet;

import org.jspecify.annotations.NullMarked;
