package dev.holdfast.weaving.jdk;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Lines for {@code java.net.http}: all ways of sending meet in one method, which is given another
 * request; the request of a redirect is made by constructors that take the headers over.
 */
final class HttpClientCode {

  private static final String REQUEST = "java/net/http/HttpRequest";
  private static final String HEADERS = "java/net/http/HttpHeaders";

  private HttpClientCode() {}

  /**
   * {@code request = (HttpRequest) JdkClients.request(this, request);} at the start, and {@code
   * JdkClients.sent(future);} before each return.
   */
  static MethodVisitor send(MethodVisitor next, String owner) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitCode() {
        super.visitCode();
        visitVarInsn(Opcodes.ALOAD, 0);
        visitVarInsn(Opcodes.ALOAD, 1);
        BridgeCall.write(mv, "request", "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");
        visitTypeInsn(Opcodes.CHECKCAST, REQUEST);
        visitVarInsn(Opcodes.ASTORE, 1);
      }

      @Override
      public void visitInsn(int opcode) {
        if (opcode == Opcodes.ARETURN) {
          super.visitInsn(Opcodes.DUP);
          BridgeCall.write(mv, "sent", "(Ljava/lang/Object;)V");
        }
        super.visitInsn(opcode);
      }

      @Override
      public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(Math.max(maxStack + 1, 2), maxLocals);
      }
    };
  }

  /**
   * {@code this.userHeaders = (HttpHeaders) JdkClients.redirected(headers, other.uri(), uri);} in a
   * constructor that takes {@code (URI uri, String method, HttpRequestImpl other, ...)}.
   */
  static MethodVisitor redirect(MethodVisitor next, String owner) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitFieldInsn(int opcode, String declaring, String name, String descriptor) {
        if (opcode == Opcodes.PUTFIELD && name.equals("userHeaders")) {
          visitVarInsn(Opcodes.ALOAD, 3);
          visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, "uri", "()Ljava/net/URI;", false);
          visitVarInsn(Opcodes.ALOAD, 1);
          BridgeCall.write(
              mv,
              "redirected",
              "(Ljava/lang/Object;Ljava/net/URI;Ljava/net/URI;)Ljava/lang/Object;");
          visitTypeInsn(Opcodes.CHECKCAST, HEADERS);
        }
        super.visitFieldInsn(opcode, declaring, name, descriptor);
      }

      @Override
      public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + 2, maxLocals);
      }
    };
  }
}
