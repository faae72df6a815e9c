package dev.holdfast.weaving.rewrite;

import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** The methods that a class has or inherits, so that none that is added meets or hides another. */
final class Members {

  private final Set<String> taken = new HashSet<>();

  private Members() {}

  /**
   * @param known further ones that are not free
   */
  static Members of(ClassReader reader, Set<String> known) {
    Members members = new Members();
    members.taken.addAll(known);
    int parts = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;
    reader.accept(members.new Collector(), parts);
    return members;
  }

  /** Takes a name that is free for that descriptor: the wanted one if it can be. */
  String take(String wanted, String descriptor) {
    String name = wanted;
    while (!taken.add(name + descriptor)) {
      name = name + "$holdfast";
    }
    return name;
  }

  private final class Collector extends ClassVisitor {

    Collector() {
      super(Opcodes.ASM9);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      taken.add(name + descriptor);
      return null;
    }
  }
}
