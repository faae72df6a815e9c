/**
 * Answers that need nothing of the call: literals, and null objects (Bobby Woolf, "Null Object",
 * Pattern Languages of Program Design 3). Judged from class files while a class is being loaded,
 * made from loaded classes once a call has failed.
 */
@NullMarked
package dev.holdfast.core.policy.fallback.value;

import org.jspecify.annotations.NullMarked;
