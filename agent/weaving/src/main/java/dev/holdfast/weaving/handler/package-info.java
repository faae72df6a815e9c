/**
 * Handlers of JDK proxies that begin a transaction for their target: its guards stand around them.
 */
@NullMarked
package dev.holdfast.weaving.handler;

import org.jspecify.annotations.NullMarked;
