package dev.holdfast.weaving.rewrite;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Lets a class loader ask the bridge first, so that child-first loaders, OSGi and module loaders
 * see the agent's annotations and exceptions without any setting of theirs: a look at the name at
 * the start of {@code loadClass}.
 */
public final class DelegationWeaver {

  private static final String LOAD = "loadClass";
  private static final String PLAIN = "(Ljava/lang/String;)Ljava/lang/Class;";
  private static final String RESOLVING = "(Ljava/lang/String;Z)Ljava/lang/Class;";

  private DelegationWeaver() {}

  /** The class file of a class loader, woven; the same array if it loads by inherited methods. */
  public static byte[] weave(byte[] original) {
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(reader, 0);
    LoaderVisitor visitor = new LoaderVisitor(writer);
    reader.accept(visitor, ClassReader.EXPAND_FRAMES);
    return visitor.isChanged ? writer.toByteArray() : original;
  }

  private static final class LoaderVisitor extends ClassVisitor {

    private String owner = "";
    private boolean hasFrames;
    private boolean isChanged;

    LoaderVisitor(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      owner = name;
      hasFrames = (version & 0xFFFF) >= Opcodes.V1_6;
      super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      boolean isStaticOrAbstract = (access & (Opcodes.ACC_STATIC | Opcodes.ACC_ABSTRACT)) != 0;
      boolean loads = descriptor.equals(PLAIN) || descriptor.equals(RESOLVING);
      if (!name.equals(LOAD) || !loads || isStaticOrAbstract) {
        return next;
      }
      isChanged = true;
      return new AskFirst(next, frameLocals(descriptor), hasFrames);
    }

    private Object[] frameLocals(String descriptor) {
      return descriptor.equals(PLAIN)
          ? new Object[] {owner, "java/lang/String"}
          : new Object[] {owner, "java/lang/String", Opcodes.INTEGER};
    }
  }

  private static final class AskFirst extends MethodVisitor {

    private final Object[] locals;
    private final boolean hasFrames;

    AskFirst(MethodVisitor next, Object[] locals, boolean hasFrames) {
      super(Opcodes.ASM9, next);
      this.locals = locals;
      this.hasFrames = hasFrames;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      Label notOurs = new Label();
      super.visitVarInsn(Opcodes.ALOAD, 1);
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, "dev/holdfast/bridge/Delegation", "find", PLAIN, false);
      super.visitInsn(Opcodes.DUP);
      super.visitJumpInsn(Opcodes.IFNULL, notOurs);
      super.visitInsn(Opcodes.ARETURN);
      super.visitLabel(notOurs);
      if (hasFrames) {
        super.visitFrame(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Class"});
      }
      super.visitInsn(Opcodes.POP);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      super.visitMaxs(Math.max(maxStack, 2), maxLocals);
    }
  }
}
