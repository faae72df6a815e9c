/**
 * Paths over the arguments of a call to a text: {@link dev.holdfast.core.keypath.KeyPath} is
 * checked against a method when it is planned, and bound to its class when it is first called.
 */
@NullMarked
package dev.holdfast.core.keypath;

import org.jspecify.annotations.NullMarked;
