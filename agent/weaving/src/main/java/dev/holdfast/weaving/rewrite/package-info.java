/**
 * Rewrites class files: a body beside each woven method, and a call of its pipeline in its place.
 */
@NullMarked
package dev.holdfast.weaving.rewrite;

import org.jspecify.annotations.NullMarked;
