package dev.holdfast.weaving.model;

import java.util.List;
import java.util.stream.IntStream;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Where the parameters that were written in source stand among all of a method's parameters.
 * Signatures and parameter annotations leave out what compilers add to constructors: the outer
 * instance, an enum's name and ordinal, captured variables.
 *
 * @param total parameters of the descriptor
 * @param flags of each parameter, from {@code MethodParameters}; empty if there is none
 */
record Places(int total, List<Integer> flags) {

  private static final int IMPLICIT = Opcodes.ACC_SYNTHETIC | Opcodes.ACC_MANDATED;

  Places {
    flags = List.copyOf(flags);
  }

  /** The place of the {@code index}th of {@code declared} parameters. */
  int of(int index, int declared) {
    if (declared > total) {
      throw new IllegalArgumentException("parameters: " + declared + " of " + total);
    }
    int[] explicit = explicit();
    boolean isTold = flags.size() == total && explicit.length == declared;
    return declared < total && isTold ? explicit[index] : total - declared + index;
  }

  private int[] explicit() {
    return IntStream.range(0, flags.size())
        .filter(place -> (flags.get(place) & IMPLICIT) == 0)
        .toArray();
  }
}
