package dev.holdfast.weaving.rewrite;

import java.util.Map;
import java.util.TreeMap;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import org.jspecify.annotations.Nullable;

/** What debug information calls the arguments of a method whose code has moved away. */
final class ArgumentNames {

  private final int slots;
  private final Map<Integer, Variable> bySlot = new TreeMap<>();

  private record Variable(String name, String descriptor, @Nullable String signature) {}

  /**
   * @param slots of the arguments, the receiver's included
   */
  ArgumentNames(int slots) {
    this.slots = slots;
  }

  /** Takes in a variable of code that has been written. */
  void note(String name, String descriptor, @Nullable String signature, Label start, int slot) {
    if (slot < slots && start.getOffset() == 0) {
      bySlot.putIfAbsent(slot, new Variable(name, descriptor, signature));
    }
  }

  /** Writes them for other code with the same arguments. */
  void write(MethodVisitor code, Label start, Label end) {
    bySlot.forEach(
        (slot, variable) ->
            code.visitLocalVariable(
                variable.name, variable.descriptor, variable.signature, start, end, slot));
  }
}
