package dev.holdfast.core.keypath;

import dev.holdfast.core.type.TypeRef;

/**
 * One step of a key path, found in class files.
 *
 * @param kind what is done to get there
 * @param owner binary name of the class that declares the member; of the type itself where there is
 *     no member
 * @param name the member, or the entry's key
 * @param type what is there
 */
record PathStep(Kind kind, String owner, String name, TypeRef type) {

  enum Kind {
    /** A method without parameters. */
    METHOD,
    FIELD,
    /** The entry of a map under a text. */
    ENTRY,
    /** What an {@code Optional} holds; nothing is written for this step. */
    CONTENT
  }
}
