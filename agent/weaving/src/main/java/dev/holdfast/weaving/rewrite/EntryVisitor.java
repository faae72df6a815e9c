package dev.holdfast.weaving.rewrite;

import dev.holdfast.bridge.Bootstrap;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Puts the question before a method's own code:
 *
 * <pre>{@code
 * if (!isCalledByPipeline()) return pipeline(arguments);
 * }</pre>
 *
 * In class files without {@code invokedynamic} the answer is the pipeline, or null.
 */
final class EntryVisitor extends MethodVisitor {

  private static final String IN_PLACE = "dev/holdfast/bridge/InPlace";

  private static final Handle ENTRY =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          IN_PLACE,
          "entry",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/MethodType;Ljava/lang/String;)Ljava/lang/invoke/CallSite;",
          false);

  private final Woven.Site site;

  EntryVisitor(MethodVisitor next, Woven.Site site) {
    super(Opcodes.ASM9, next);
    this.site = site;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    Label body = new Label();
    if (site.hasInvokedynamic()) {
      visitInvokeDynamicInsn(site.name(), "()Z", ENTRY, site.name() + site.descriptor());
      visitJumpInsn(Opcodes.IFNE, body);
      WrapperCode.loadArguments(mv, site);
      visitInvokeDynamicInsn(
          site.name(),
          WrapperCode.callDescriptor(site),
          WrapperCode.BOOTSTRAP,
          site.name(),
          site.descriptor(),
          Bootstrap.IN_PLACE | (site.isStatic() ? Bootstrap.STATIC : 0));
      visitInsn(result().getOpcode(Opcodes.IRETURN));
      visitLabel(body);
      visitFrame(Opcodes.F_NEW, locals().length, locals(), 0, new Object[0]);
    } else {
      askForPipeline();
      visitInsn(Opcodes.DUP);
      visitJumpInsn(Opcodes.IFNULL, body);
      WrapperCode.boxArguments(mv, site);
      visitMethodInsn(
          Opcodes.INVOKESTATIC,
          "dev/holdfast/bridge/Calls",
          "call",
          "(Ljava/lang/invoke/MethodHandle;[Ljava/lang/Object;)Ljava/lang/Object;",
          false);
      WrapperCode.unbox(mv, result());
      visitInsn(result().getOpcode(Opcodes.IRETURN));
      visitLabel(body);
      if (site.version() >= Opcodes.V1_6) {
        Object[] pipeline = {"java/lang/invoke/MethodHandle"};
        visitFrame(Opcodes.F_NEW, locals().length, locals(), 1, pipeline);
      }
      visitInsn(Opcodes.POP);
    }
    // The body may begin with a frame of its own, and two cannot stand in one place.
    visitInsn(Opcodes.NOP);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    int own = site.hasInvokedynamic() ? site.argumentSlots() : 7;
    super.visitMaxs(Math.max(Math.max(maxStack, own), 2), maxLocals);
  }

  private void askForPipeline() {
    visitLdcInsn(Type.getObjectType(site.owner()));
    visitLdcInsn(site.name());
    visitLdcInsn(site.descriptor());
    visitInsn(site.isStatic() ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
    visitMethodInsn(
        Opcodes.INVOKESTATIC,
        "dev/holdfast/bridge/Calls",
        "inPlace",
        "(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/String;Z)Ljava/lang/invoke/MethodHandle;",
        false);
  }

  private Type result() {
    return Type.getReturnType(site.descriptor());
  }

  /** The local variables at the start: the receiver and the arguments. */
  private Object[] locals() {
    List<Object> locals = new ArrayList<>();
    if (!site.isStatic()) {
      locals.add(site.owner());
    }
    for (Type argument : Type.getArgumentTypes(site.descriptor())) {
      locals.add(verificationType(argument));
    }
    return locals.toArray();
  }

  private static Object verificationType(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN, Type.CHAR, Type.BYTE, Type.SHORT, Type.INT -> Opcodes.INTEGER;
      case Type.LONG -> Opcodes.LONG;
      case Type.FLOAT -> Opcodes.FLOAT;
      case Type.DOUBLE -> Opcodes.DOUBLE;
      default -> type.getInternalName();
    };
  }
}
