package dev.holdfast.weaving.rewrite;

import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Sends what describes a method to its wrapper, and its code to its body. What comes before the
 * code (annotations, parameters, attributes) never reaches this class's own code methods, so the
 * switch is {@link #visitCode}.
 */
final class SplitVisitor extends MethodVisitor {

  private final MethodVisitor wrapper;
  private final MethodVisitor body;
  private final Woven woven;
  private final Weaver.Wrapper code;
  private final ClassWriter writer;
  private final ArgumentNames names;

  SplitVisitor(
      MethodVisitor wrapper,
      MethodVisitor body,
      Woven woven,
      Weaver.Wrapper code,
      ClassWriter writer) {
    super(Opcodes.ASM9, wrapper);
    this.wrapper = wrapper;
    this.woven = woven;
    this.code = code;
    this.writer = writer;
    this.names = new ArgumentNames(woven.site().argumentSlots());
    this.body = woven.isMarked() ? new ShiftVisitor(body, woven.site().argumentSlots()) : body;
  }

  @Override
  public void visitCode() {
    mv = body;
    body.visitCode();
  }

  @Override
  public void visitLocalVariable(
      String name,
      String descriptor,
      @Nullable String signature,
      Label start,
      Label end,
      int index) {
    super.visitLocalVariable(name, descriptor, signature, start, end, index);
    names.note(name, descriptor, signature, start, index);
  }

  @Override
  public void visitEnd() {
    body.visitEnd();
    code.write(wrapper, woven, names);
    wrapper.visitEnd();
    if (woven.adapterName() != null) {
      WrapperCode.writeAdapter(writer, woven);
    }
  }
}
