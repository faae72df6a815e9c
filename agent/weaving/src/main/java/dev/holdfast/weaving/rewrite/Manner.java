package dev.holdfast.weaving.rewrite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassTooLargeException;
import net.bytebuddy.jar.asm.MethodTooLargeException;

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

  /**
   * Those methods for which a class file has no room: instructions grow with the numbers of their
   * variables, and constants are added.
   *
   * @param methods as for {@link #weave}
   */
  public Set<String> tooLarge(byte[] classFile, Set<String> methods) {
    try {
      weave(classFile, methods);
      return Set.of();
    } catch (MethodTooLargeException | ClassTooLargeException unknownWhich) {
      if (methods.size() == 1) {
        return methods;
      }
      List<String> all = new ArrayList<>(methods);
      int half = all.size() / 2;
      Set<String> found = new HashSet<>(tooLarge(classFile, Set.copyOf(all.subList(0, half))));
      found.addAll(tooLarge(classFile, Set.copyOf(all.subList(half, all.size()))));
      return found;
    }
  }
}
