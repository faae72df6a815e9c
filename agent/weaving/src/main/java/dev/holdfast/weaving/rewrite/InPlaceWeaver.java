package dev.holdfast.weaving.rewrite;

import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Weaves methods of a class that is loaded already, to which no member can be added: the body stays
 * where it is, and at its start the method asks who is calling. The application's calls go to the
 * pipeline; the pipeline's calls go on to the body.
 */
public final class InPlaceWeaver {

  private InPlaceWeaver() {}

  /**
   * Weaves.
   *
   * @param original a class file of version {@link Weaver#OLDEST} or newer
   * @param methods name and descriptor, written together, of the methods to weave: none abstract,
   *     native, synchronized, an initialiser, or wider than {@link Weaver#MOST_SLOTS}
   * @return the woven class file, with the same members
   */
  public static byte[] weave(byte[] original, Set<String> methods) {
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Visitor(writer, methods), ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  private static final class Visitor extends ClassVisitor {

    private final Set<String> methods;
    private String owner = "";
    private int version;
    private boolean isInterface;

    Visitor(ClassWriter writer, Set<String> methods) {
      super(Opcodes.ASM9, writer);
      this.methods = methods;
    }

    @Override
    public void visit(
        int classVersion,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      owner = name;
      version = classVersion & 0xFFFF;
      isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
      super.visit(classVersion, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      boolean hasBody = (access & WeavingVisitor.BODILESS) == 0;
      return hasBody && methods.contains(name + descriptor)
          ? new EntryVisitor(
              next, new Woven.Site(owner, version, isInterface, access, name, descriptor))
          : next;
    }
  }
}
