package dev.holdfast.weaving.rewrite;

import java.util.Set;

/** How methods are woven. */
public enum Manner {
  /** While the class is loaded: the body moves into a method beside. */
  MOVED {
    @Override
    public byte[] weave(byte[] classFile, Set<String> methods) {
      return Weaver.weave(classFile, methods, false);
    }
  },

  /** As {@link #MOVED}, where that would change the default serialVersionUID: it is declared. */
  MOVED_WITH_UID {
    @Override
    public byte[] weave(byte[] classFile, Set<String> methods) {
      return Weaver.weave(classFile, methods, true);
    }
  },

  /** When the class is loaded already: the method asks at its start who calls it. */
  IN_PLACE {
    @Override
    public byte[] weave(byte[] classFile, Set<String> methods) {
      return InPlaceWeaver.weave(classFile, methods);
    }
  };

  /**
   * Weaves.
   *
   * @param methods name and descriptor, written together
   */
  public abstract byte[] weave(byte[] classFile, Set<String> methods);
}
