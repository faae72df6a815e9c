package dev.holdfast.weaving.rewrite;

import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** The straight-line code of wrappers and adapters: no branches, so no frames. */
final class WrapperCode {

  private static final String OBJECT = "java/lang/Object";
  private static final String ARRAY_CALL = "([Ljava/lang/Object;)Ljava/lang/Object;";

  static final Handle BOOTSTRAP =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          "dev/holdfast/bridge/Bootstrap",
          "link",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/MethodType;Ljava/lang/String;Ljava/lang/String;I)"
              + "Ljava/lang/invoke/CallSite;",
          false);

  private WrapperCode() {}

  /** Writes the wrapper: all arguments to the pipeline, its answer to the caller. */
  static void write(MethodVisitor code, Woven woven) {
    Woven.Site site = woven.site();
    Type result = Type.getReturnType(site.descriptor());
    int slots = site.argumentSlots();
    code.visitCode();
    if (woven.adapterName() == null) {
      loadArguments(code, site);
      code.visitInvokeDynamicInsn(
          site.name(), callDescriptor(site), BOOTSTRAP, bootstrapArguments(woven));
      code.visitInsn(result.getOpcode(Opcodes.IRETURN));
      code.visitMaxs(Math.max(slots, result.getSize()), slots);
      return;
    }
    boxArguments(code, site);
    if (site.hasInvokedynamic()) {
      code.visitInvokeDynamicInsn(site.name(), ARRAY_CALL, BOOTSTRAP, bootstrapArguments(woven));
    } else {
      code.visitLdcInsn(Type.getObjectType(site.owner()));
      code.visitLdcInsn(site.name());
      code.visitLdcInsn(site.descriptor());
      code.visitLdcInsn(woven.adapterName());
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          "dev/holdfast/bridge/Calls",
          "call",
          "([Ljava/lang/Object;Ljava/lang/Class;Ljava/lang/String;Ljava/lang/String;"
              + "Ljava/lang/String;)Ljava/lang/Object;",
          false);
    }
    unbox(code, result);
    code.visitInsn(result.getOpcode(Opcodes.IRETURN));
    code.visitMaxs(6, slots);
  }

  /** Writes a wrapper that calls the body and nothing else. */
  static void writeBare(MethodVisitor code, Woven woven, ArgumentNames names) {
    Woven.Site site = woven.site();
    Label start = new Label();
    Label end = new Label();
    code.visitCode();
    code.visitLabel(start);
    loadArguments(code, site);
    callBody(code, woven);
    Type result = Type.getReturnType(site.descriptor());
    code.visitInsn(result.getOpcode(Opcodes.IRETURN));
    code.visitLabel(end);
    names.write(code, start, end);
    int slots = site.argumentSlots();
    code.visitMaxs(Math.max(slots + 1, result.getSize()), slots);
  }

  /** Writes the static method that takes all arguments in an array and calls the body. */
  static void writeAdapter(ClassVisitor type, Woven woven) {
    Woven.Site site = woven.site();
    MethodVisitor code =
        type.visitMethod(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
            woven.adapterName(),
            ARRAY_CALL,
            null,
            new String[] {"java/lang/Throwable"});
    code.visitCode();
    int index = 0;
    if (!site.isStatic()) {
      loadElement(code, index++, Type.getObjectType(site.owner()));
    }
    for (Type argument : Type.getArgumentTypes(site.descriptor())) {
      loadElement(code, index++, argument);
    }
    callBody(code, woven);
    Type result = Type.getReturnType(site.descriptor());
    if (result.getSort() == Type.VOID) {
      code.visitInsn(Opcodes.ACONST_NULL);
    } else {
      box(code, result);
    }
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(site.argumentSlots() + 3, 1);
    code.visitEnd();
  }

  private static void callBody(MethodVisitor code, Woven woven) {
    Woven.Site site = woven.site();
    if (woven.isMarked()) {
      code.visitInsn(Opcodes.ICONST_0);
    }
    code.visitMethodInsn(
        site.isStatic() ? Opcodes.INVOKESTATIC : Opcodes.INVOKESPECIAL,
        site.owner(),
        woven.bodyName(),
        woven.bodyDescriptor(),
        site.isInterface());
  }

  private static Object[] bootstrapArguments(Woven woven) {
    boolean isDirect = woven.adapterName() == null;
    return new Object[] {
      isDirect ? woven.bodyName() : woven.adapterName(), woven.site().descriptor(), woven.flags()
    };
  }

  static String callDescriptor(Woven.Site site) {
    return site.isStatic()
        ? site.descriptor()
        : "(L" + site.owner() + ";" + site.descriptor().substring(1);
  }

  static void loadArguments(MethodVisitor code, Woven.Site site) {
    int slot = 0;
    if (!site.isStatic()) {
      code.visitVarInsn(Opcodes.ALOAD, slot++);
    }
    for (Type argument : Type.getArgumentTypes(site.descriptor())) {
      code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), slot);
      slot += argument.getSize();
    }
  }

  static void boxArguments(MethodVisitor code, Woven.Site site) {
    Type[] arguments = Type.getArgumentTypes(site.descriptor());
    int receiver = site.isStatic() ? 0 : 1;
    code.visitIntInsn(Opcodes.SIPUSH, arguments.length + receiver);
    code.visitTypeInsn(Opcodes.ANEWARRAY, OBJECT);
    if (receiver == 1) {
      code.visitInsn(Opcodes.DUP);
      code.visitIntInsn(Opcodes.SIPUSH, 0);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitInsn(Opcodes.AASTORE);
    }
    int slot = receiver;
    for (int index = 0; index < arguments.length; index++) {
      code.visitInsn(Opcodes.DUP);
      code.visitIntInsn(Opcodes.SIPUSH, index + receiver);
      code.visitVarInsn(arguments[index].getOpcode(Opcodes.ILOAD), slot);
      box(code, arguments[index]);
      code.visitInsn(Opcodes.AASTORE);
      slot += arguments[index].getSize();
    }
  }

  private static void loadElement(MethodVisitor code, int index, Type type) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitIntInsn(Opcodes.SIPUSH, index);
    code.visitInsn(Opcodes.AALOAD);
    unbox(code, type);
  }

  private static void box(MethodVisitor code, Type type) {
    String wrapper = wrapper(type);
    if (wrapper != null) {
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          wrapper,
          "valueOf",
          "(" + type.getDescriptor() + ")L" + wrapper + ";",
          false);
    }
  }

  static void unbox(MethodVisitor code, Type type) {
    String wrapper = wrapper(type);
    if (wrapper != null) {
      code.visitTypeInsn(Opcodes.CHECKCAST, wrapper);
      code.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL,
          wrapper,
          type.getClassName() + "Value",
          "()" + type.getDescriptor(),
          false);
    } else if (type.getSort() == Type.VOID) {
      code.visitInsn(Opcodes.POP);
    } else if (!type.getInternalName().equals(OBJECT)) {
      code.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
    }
  }

  private static @Nullable String wrapper(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN -> "java/lang/Boolean";
      case Type.CHAR -> "java/lang/Character";
      case Type.BYTE -> "java/lang/Byte";
      case Type.SHORT -> "java/lang/Short";
      case Type.INT -> "java/lang/Integer";
      case Type.LONG -> "java/lang/Long";
      case Type.FLOAT -> "java/lang/Float";
      case Type.DOUBLE -> "java/lang/Double";
      default -> null;
    };
  }
}
