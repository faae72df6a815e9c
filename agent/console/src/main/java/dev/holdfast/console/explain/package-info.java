/** What would be woven into class files, as they lie on disk. */
@NullMarked
package dev.holdfast.console.explain;

import org.jspecify.annotations.NullMarked;
