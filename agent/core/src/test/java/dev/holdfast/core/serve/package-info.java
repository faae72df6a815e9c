/** What requests bring along, and what refusals are answered. */
@NullMarked
package dev.holdfast.core.serve;

import org.jspecify.annotations.NullMarked;
