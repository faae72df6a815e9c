/** What people set: sources, precedence, rules, and what is wrong with it. */
@NullMarked
package dev.holdfast.core.config;

import org.jspecify.annotations.NullMarked;
