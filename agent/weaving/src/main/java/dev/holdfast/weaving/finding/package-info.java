/** Which methods of a class are to be guarded, by whose word, and which cannot be. */
@NullMarked
package dev.holdfast.weaving.finding;

import org.jspecify.annotations.NullMarked;
