package dev.holdfast.weaving.rewrite;

import dev.holdfast.bridge.Bootstrap;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * How one method is parted.
 *
 * @param bodyName the method that holds the body: the method's own name where that is free, so that
 *     stack traces and what searches them stay as they were
 * @param isMarked whether the body takes a trailing {@code short} that tells it from its wrapper
 * @param adapterName the static method that takes all arguments in an array and calls the body;
 *     null where the call site takes them one by one
 */
record Woven(Site site, String bodyName, boolean isMarked, @Nullable String adapterName) {

  /** The first class files that can hold {@code invokedynamic}: Java 7. */
  static final int INVOKEDYNAMIC = 51;

  private static final String ADAPTER = "([Ljava/lang/Object;)Ljava/lang/Object;";

  /** The method as the class file has it. */
  record Site(
      String owner, int version, boolean isInterface, int access, String name, String descriptor) {

    boolean isStatic() {
      return (access & Opcodes.ACC_STATIC) != 0;
    }

    /** Local variable slots of the arguments, the receiver's included. */
    int argumentSlots() {
      int slots = isStatic() ? 0 : 1;
      for (Type argument : Type.getArgumentTypes(descriptor)) {
        slots += argument.getSize();
      }
      return slots;
    }

    boolean hasInvokedynamic() {
      return version >= INVOKEDYNAMIC;
    }
  }

  static Woven of(Site site, Members members) {
    boolean isNarrow = site.argumentSlots() <= Weaver.MOST_SLOTS;
    String body =
        members.take(
            isNarrow ? site.name() : site.name() + "$body",
            isNarrow ? marked(site.descriptor()) : site.descriptor());
    String adapter =
        isNarrow && site.hasInvokedynamic() ? null : members.take(site.name() + "$array", ADAPTER);
    return new Woven(site, body, isNarrow, adapter);
  }

  String bodyDescriptor() {
    return isMarked ? marked(site.descriptor()) : site.descriptor();
  }

  /** Private and synthetic; {@code synchronized}, {@code static} and {@code strictfp} stay. */
  int bodyAccess() {
    int kept = Opcodes.ACC_STATIC | Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_STRICT;
    return (site.access() & kept) | Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;
  }

  /** What the bootstrap method is told. */
  int flags() {
    if (adapterName != null) {
      return Bootstrap.STATIC;
    }
    return (site.isStatic() ? Bootstrap.STATIC : 0) | (isMarked ? Bootstrap.MARKED : 0);
  }

  /** Names of classes may hold brackets. */
  static String marked(String descriptor) {
    int end = descriptor.length() - Type.getReturnType(descriptor).getDescriptor().length() - 1;
    return descriptor.substring(0, end) + 'S' + descriptor.substring(end);
  }
}
