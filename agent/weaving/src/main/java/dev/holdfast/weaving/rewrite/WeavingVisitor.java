package dev.holdfast.weaving.rewrite;

import java.util.Set;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Parts each method that is to be woven into its wrapper and its body. */
final class WeavingVisitor extends ClassVisitor {

  /** A hook at all implementers of an interface meets these too. */
  static final int BODILESS = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;

  private final ClassWriter writer;
  private final Set<String> methods;
  private final Weaver.Wrapper code;
  private final Members members;
  private String owner = "";
  private int version;
  private boolean isInterface;

  WeavingVisitor(ClassWriter writer, Set<String> methods, Weaver.Wrapper code, Members members) {
    super(Opcodes.ASM9, writer);
    this.writer = writer;
    this.methods = methods;
    this.code = code;
    this.members = members;
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
    if (!methods.contains(name + descriptor) || (access & BODILESS) != 0) {
      return super.visitMethod(access, name, descriptor, signature, exceptions);
    }
    MethodVisitor wrapper =
        super.visitMethod(
            access & ~Opcodes.ACC_SYNCHRONIZED, name, descriptor, signature, exceptions);
    Woven woven =
        Woven.of(new Woven.Site(owner, version, isInterface, access, name, descriptor), members);
    MethodVisitor body =
        writer.visitMethod(
            woven.bodyAccess(), woven.bodyName(), woven.bodyDescriptor(), null, exceptions);
    return new SplitVisitor(wrapper, body, woven, code, writer);
  }
}
