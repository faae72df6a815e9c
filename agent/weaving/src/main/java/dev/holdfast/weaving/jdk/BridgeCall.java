package dev.holdfast.weaving.jdk;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Calls of the two classes that woven code of the JDK may name. */
final class BridgeCall {

  private BridgeCall() {}

  /** Of {@code JdkClients}. */
  static void write(MethodVisitor code, String method, String descriptor) {
    write(code, "JdkClients", method, descriptor);
  }

  /** Of {@code JdkServers}. */
  static void toServers(MethodVisitor code, String method, String descriptor) {
    write(code, "JdkServers", method, descriptor);
  }

  private static void write(MethodVisitor code, String owner, String method, String descriptor) {
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, "dev/holdfast/bridge/" + owner, method, descriptor, false);
  }
}
