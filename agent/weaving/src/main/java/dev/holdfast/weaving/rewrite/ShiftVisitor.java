package dev.holdfast.weaving.rewrite;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.TypePath;
import org.jspecify.annotations.Nullable;

/** Makes room for the marker: local variables behind the arguments move up by one slot. */
final class ShiftVisitor extends MethodVisitor {

  private final int arguments;

  /**
   * @param arguments the slots of the arguments, the receiver's included
   */
  ShiftVisitor(MethodVisitor body, int arguments) {
    super(Opcodes.ASM9, body);
    this.arguments = arguments;
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    super.visitVarInsn(opcode, shift(variable));
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    super.visitIincInsn(shift(variable), increment);
  }

  @Override
  public void visitLocalVariable(
      String name,
      String descriptor,
      @Nullable String signature,
      Label start,
      Label end,
      int index) {
    super.visitLocalVariable(name, descriptor, signature, start, end, shift(index));
  }

  @Override
  public @Nullable AnnotationVisitor visitLocalVariableAnnotation(
      int typeRef,
      TypePath typePath,
      Label[] start,
      Label[] end,
      int[] index,
      String descriptor,
      boolean visible) {
    int[] shifted = new int[index.length];
    for (int i = 0; i < index.length; i++) {
      shifted[i] = shift(index[i]);
    }
    return super.visitLocalVariableAnnotation(
        typeRef, typePath, start, end, shifted, descriptor, visible);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack, maxLocals + 1);
  }

  /**
   * The marker is never read, so frames need not know it: its slot is left out where nothing
   * follows, and unknown otherwise. That also holds where a variable of two slots, begun in the
   * last argument's place, has overwritten it.
   */
  @Override
  public void visitFrame(
      int type, int numLocal, Object @Nullable [] local, int numStack, Object @Nullable [] stack) {
    List<Object> locals = new ArrayList<>(numLocal + 1);
    int slot = 0;
    for (int i = 0; i < numLocal && local != null; i++) {
      if (slot >= arguments && locals.size() == i) {
        locals.add(Opcodes.TOP);
      }
      locals.add(local[i]);
      slot += isWide(local[i]) ? 2 : 1;
    }
    super.visitFrame(type, locals.size(), locals.toArray(), numStack, stack);
  }

  private int shift(int variable) {
    return variable < arguments ? variable : variable + 1;
  }

  private static boolean isWide(Object verificationType) {
    return verificationType.equals(Opcodes.LONG) || verificationType.equals(Opcodes.DOUBLE);
  }
}
