package dev.holdfast.weaving.jdk;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Lines for {@code HttpURLConnection}. */
final class ConnectionCode {

  private static final String THROWABLE = "java/lang/Throwable";
  private static final String DELEGATE = "Lsun/net/www/protocol/https/DelegateHttpsURLConnection;";
  private static final String CONNECTION = "Lsun/net/www/protocol/http/HttpURLConnection;";
  private static final String MESSAGE = "sun/net/www/MessageHeader";

  private ConnectionCode() {}

  /** {@code if (!connected) JdkClients.connecting(this);} at the start. */
  static MethodVisitor connect(MethodVisitor next, String owner) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitCode() {
        super.visitCode();
        Label connected = new Label();
        visitVarInsn(Opcodes.ALOAD, 0);
        visitFieldInsn(Opcodes.GETFIELD, owner, "connected", "Z");
        visitJumpInsn(Opcodes.IFNE, connected);
        visitVarInsn(Opcodes.ALOAD, 0);
        BridgeCall.write(mv, "connecting", "(Ljava/net/URLConnection;)V");
        visitLabel(connected);
        visitFrame(Opcodes.F_NEW, 1, new Object[] {owner}, 0, new Object[0]);
        // The method may begin with a frame of its own, and two cannot stand in one place.
        visitInsn(Opcodes.NOP);
      }

      @Override
      public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(Math.max(maxStack, 1), maxLocals);
      }
    };
  }

  /** {@code JdkClients.delegating(this, delegate);} at the start. */
  static MethodVisitor delegate(MethodVisitor next, String owner) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitCode() {
        super.visitCode();
        visitVarInsn(Opcodes.ALOAD, 0);
        visitVarInsn(Opcodes.ALOAD, 0);
        visitFieldInsn(Opcodes.GETFIELD, owner, "delegate", DELEGATE);
        BridgeCall.write(mv, "delegating", "(Ljava/net/URLConnection;Ljava/net/URLConnection;)V");
      }

      @Override
      public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(Math.max(maxStack, 2), maxLocals);
      }
    };
  }

  /**
   * As {@link #connect}, and around the method: {@code catch (Throwable failure) {
   * JdkClients.failed(this, failure, responseCode); throw failure; }}.
   */
  static MethodVisitor answer(MethodVisitor next, String owner) {
    return new MethodVisitor(Opcodes.ASM9, connect(next, owner)) {
      private final Label start = new Label();

      @Override
      public void visitCode() {
        super.visitCode();
        visitLabel(start);
      }

      @Override
      public void visitMaxs(int maxStack, int maxLocals) {
        Label end = new Label();
        visitLabel(end);
        visitFrame(Opcodes.F_NEW, 1, new Object[] {owner}, 1, new Object[] {THROWABLE});
        visitInsn(Opcodes.DUP);
        visitVarInsn(Opcodes.ALOAD, 0);
        visitInsn(Opcodes.SWAP);
        visitVarInsn(Opcodes.ALOAD, 0);
        visitFieldInsn(Opcodes.GETFIELD, owner, "responseCode", "I");
        BridgeCall.write(mv, "failed", "(Ljava/net/URLConnection;Ljava/lang/Throwable;I)V");
        visitInsn(Opcodes.ATHROW);
        // after those of the method itself, which are further in
        visitTryCatchBlock(start, end, end, THROWABLE);
        super.visitMaxs(Math.max(maxStack, 4), maxLocals);
      }
    };
  }

  /** {@code return JdkClients.received(read, connection);} in place of {@code return read;}. */
  static MethodVisitor read(MethodVisitor next, String owner) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitInsn(int opcode) {
        if (opcode == Opcodes.IRETURN) {
          visitVarInsn(Opcodes.ALOAD, 0);
          visitFieldInsn(Opcodes.GETFIELD, owner, "this$0", CONNECTION);
          BridgeCall.write(mv, "received", "(ILjava/net/URLConnection;)I");
        }
        super.visitInsn(opcode);
      }

      @Override
      public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(Math.max(maxStack, 2), maxLocals);
      }
    };
  }

  /**
   * {@code userHeaders.remove(JdkClients.redirected(this, to, 0));} at the start of {@code (String
   * location, int status, URL to)}; the same for 1, and for the headers of the request before.
   */
  static MethodVisitor redirect(MethodVisitor next, String owner) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitCode() {
        super.visitCode();
        for (String headers : new String[] {"requests", "userHeaders"}) {
          remove(headers, Opcodes.ICONST_0);
          remove(headers, Opcodes.ICONST_1);
        }
      }

      private void remove(String headers, int number) {
        visitVarInsn(Opcodes.ALOAD, 0);
        visitFieldInsn(Opcodes.GETFIELD, owner, headers, "L" + MESSAGE + ";");
        visitVarInsn(Opcodes.ALOAD, 0);
        visitVarInsn(Opcodes.ALOAD, 3);
        visitInsn(number);
        BridgeCall.write(
            mv, "redirected", "(Ljava/net/URLConnection;Ljava/net/URL;I)Ljava/lang/String;");
        visitMethodInsn(Opcodes.INVOKEVIRTUAL, MESSAGE, "remove", "(Ljava/lang/String;)V", false);
      }

      @Override
      public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(Math.max(maxStack, 4), maxLocals);
      }
    };
  }
}
