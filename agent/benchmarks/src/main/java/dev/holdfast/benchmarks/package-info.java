/** Woven methods beside bare calls, hand-written code and peers, all in one run. */
@NullMarked
package dev.holdfast.benchmarks;

import org.jspecify.annotations.NullMarked;
