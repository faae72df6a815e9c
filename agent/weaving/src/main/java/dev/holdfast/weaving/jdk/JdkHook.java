package dev.holdfast.weaving.jdk;

import java.util.function.BiFunction;
import java.util.function.Predicate;
import net.bytebuddy.jar.asm.MethodVisitor;

/**
 * A place in a class of the JDK.
 *
 * @param owner the class's internal name
 * @param where tells the method by name and descriptor, written together
 * @param code puts the lines into it; takes the visitor that writes, and the owner
 */
record JdkHook(
    String owner, Predicate<String> where, BiFunction<MethodVisitor, String, MethodVisitor> code) {

  /** At methods of exactly that name and descriptor. */
  static JdkHook at(
      String owner, String signature, BiFunction<MethodVisitor, String, MethodVisitor> code) {
    return new JdkHook(owner, signature::equals, code);
  }
}
