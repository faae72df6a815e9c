/** What requests that are served bring along, and what they are answered when a guard refuses. */
@NullMarked
package dev.holdfast.core.serve;

import org.jspecify.annotations.NullMarked;
