package dev.holdfast.weaving.finding;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Finds what Mockito's inline mock maker has written into the methods of a class. */
public final class MockitoAdvice {

  /** What its advice asks first of all; the JVM's name. */
  public static final String DISPATCHER =
      "org/mockito/internal/creation/bytebuddy/inject/MockMethodDispatcher";

  private MockitoAdvice() {}

  /** The identifier of the Mockito whose advice is in that class file; empty if there is none. */
  public static String identifier(byte[] classFile) {
    Visitor found = new Visitor();
    new ClassReader(classFile).accept(found, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found.identifier;
  }

  /** The identifier is the last text before the dispatcher is looked up. */
  private static final class Visitor extends ClassVisitor {

    private String identifier = "";

    private Visitor() {
      super(Opcodes.ASM9);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return identifier.isEmpty() ? new Code() : null;
    }

    private final class Code extends MethodVisitor {

      private String text = "";

      private Code() {
        super(Opcodes.ASM9);
      }

      @Override
      public void visitLdcInsn(Object constant) {
        if (constant instanceof String last) {
          text = last;
        }
      }

      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean isInterface) {
        boolean isLookup = name.equals("get") || name.equals("getStatic");
        if (isLookup && owner.equals(DISPATCHER) && identifier.isEmpty()) {
          identifier = text;
        }
      }
    }
  }
}
