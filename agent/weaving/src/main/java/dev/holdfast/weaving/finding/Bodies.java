package dev.holdfast.weaving.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * What only the instructions of a class tell. Methods are named by name and descriptor, written
 * together.
 *
 * @param superCalls what each method calls by {@code super}
 * @param parts methods that were made of parts of others: of lambdas by compilers, of bodies by the
 *     weaving of an agent that has gone
 * @param lambdas the lambdas and method references that are made
 */
record Bodies(Map<String, Set<String>> superCalls, Set<String> parts, List<Lambda> lambdas) {

  /**
   * A call site that makes an object of a functional interface.
   *
   * @param type the interface's binary name
   * @param method the interface's method, name and descriptor
   */
  record Lambda(String type, String method) {}

  static Bodies read(byte[] classFile) {
    Bodies bodies = new Bodies(new HashMap<>(), new HashSet<>(), new ArrayList<>());
    new ClassReader(classFile)
        .accept(bodies.new Visitor(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return bodies;
  }

  /**
   * What a method calls by {@code super}, its parts included. Whose parts they are is not told
   * apart: one too many costs a note, one too few an attempt.
   */
  Set<String> superCalls(String method) {
    Set<String> calls = new HashSet<>(superCalls.getOrDefault(method, Set.of()));
    parts.forEach(part -> calls.addAll(superCalls.getOrDefault(part, Set.of())));
    return calls;
  }

  private static boolean isPart(int access, String name) {
    return (access & Opcodes.ACC_SYNTHETIC) != 0
        || name.startsWith("lambda$")
        || name.startsWith("$anonfun$");
  }

  private final class Visitor extends ClassVisitor {

    private String owner = "";

    Visitor() {
      super(Opcodes.ASM9);
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
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if (isPart(access, name)) {
        parts.add(name + descriptor);
      }
      return new Body(owner, name, descriptor);
    }
  }

  private final class Body extends MethodVisitor {

    private final String owner;
    private final String name;
    private final String descriptor;

    Body(String owner, String name, String descriptor) {
      super(Opcodes.ASM9);
      this.owner = owner;
      this.name = name;
      this.descriptor = descriptor;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String type, String method, String called, boolean isInterface) {
      boolean isSuperCall =
          opcode == Opcodes.INVOKESPECIAL && !type.equals(owner) && !method.equals("<init>");
      if (isSuperCall) {
        superCalls.computeIfAbsent(name + descriptor, none -> new HashSet<>()).add(method + called);
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String method, String site, Handle bootstrap, Object... arguments) {
      boolean isLambda =
          bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")
              && arguments.length > 0
              && arguments[0] instanceof Type;
      if (isLambda) {
        String type = Type.getReturnType(site).getClassName();
        lambdas.add(new Lambda(type, method + ((Type) arguments[0]).getDescriptor()));
      }
    }
  }
}
