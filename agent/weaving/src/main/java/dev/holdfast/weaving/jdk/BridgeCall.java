package dev.holdfast.weaving.jdk;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Calls of the one class that woven code of the JDK may name. */
final class BridgeCall {

  private BridgeCall() {}

  static void write(MethodVisitor code, String method, String descriptor) {
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, "dev/holdfast/bridge/JdkClients", method, descriptor, false);
  }
}
