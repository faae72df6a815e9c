package dev.holdfast.weaving.jdk;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Lines for {@code com.sun.net.httpserver}, where the server hands a request to the application's
 * filters and handler, whatever kind of object that is, and where an answer gets its status.
 */
final class ServerCode {

  private static final String CHAIN = "Lcom/sun/net/httpserver/Filter$Chain;";
  private static final String HEADERS = "Lcom/sun/net/httpserver/Headers;";

  private ServerCode() {}

  /** {@code if (JdkServers.handle(nextChain, exchange)) return;} at the start. */
  static MethodVisitor handle(MethodVisitor next, String owner) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitCode() {
        super.visitCode();
        Label isNot = new Label();
        visitVarInsn(Opcodes.ALOAD, 0);
        visitFieldInsn(Opcodes.GETFIELD, owner, "nextChain", CHAIN);
        visitVarInsn(Opcodes.ALOAD, 1);
        BridgeCall.toServers(mv, "handle", "(Ljava/lang/Object;Ljava/lang/Object;)Z");
        visitJumpInsn(Opcodes.IFEQ, isNot);
        visitInsn(Opcodes.RETURN);
        visitLabel(isNot);
        Object[] locals = {owner, "com/sun/net/httpserver/HttpExchange"};
        visitFrame(Opcodes.F_NEW, locals.length, locals, 0, new Object[0]);
        // The method may begin with a frame of its own, and two cannot stand in one place.
        visitInsn(Opcodes.NOP);
      }

      @Override
      public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(Math.max(maxStack, 2), maxLocals);
      }
    };
  }

  /** {@code JdkServers.answering(rspHdrs, status);} at the start. */
  static MethodVisitor answer(MethodVisitor next, String owner) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitCode() {
        super.visitCode();
        visitVarInsn(Opcodes.ALOAD, 0);
        visitFieldInsn(Opcodes.GETFIELD, owner, "rspHdrs", HEADERS);
        visitVarInsn(Opcodes.ILOAD, 1);
        BridgeCall.toServers(mv, "answering", "(Ljava/lang/Object;I)V");
      }

      @Override
      public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(Math.max(maxStack, 2), maxLocals);
      }
    };
  }
}
