package dev.holdfast.weaving.rewrite;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The serialVersionUID that a class file without one of its own has by default: a digest of its
 * name, modifiers and members.
 *
 * @see <a
 *     href="https://docs.oracle.com/en/java/javase/17/docs/specs/serialization/class.html#stream-unique-identifiers">Java
 *     Object Serialization Specification, 4.6 Stream Unique Identifiers</a>
 */
final class DefaultUid extends ClassVisitor {

  private static final String FIELD = "serialVersionUID";

  private static final int OF_CLASS =
      Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;

  private static final int OF_FIELD =
      Opcodes.ACC_PUBLIC
          | Opcodes.ACC_PRIVATE
          | Opcodes.ACC_PROTECTED
          | Opcodes.ACC_STATIC
          | Opcodes.ACC_FINAL
          | Opcodes.ACC_VOLATILE
          | Opcodes.ACC_TRANSIENT;

  private static final int OF_METHOD =
      Opcodes.ACC_PUBLIC
          | Opcodes.ACC_PRIVATE
          | Opcodes.ACC_PROTECTED
          | Opcodes.ACC_STATIC
          | Opcodes.ACC_FINAL
          | Opcodes.ACC_SYNCHRONIZED
          | Opcodes.ACC_NATIVE
          | Opcodes.ACC_ABSTRACT
          | Opcodes.ACC_STRICT;

  private final List<Member> fields = new ArrayList<>();
  private final List<Member> constructors = new ArrayList<>();
  private final List<Member> methods = new ArrayList<>();
  private String name = "";
  private int modifiers;
  private String[] interfaces = new String[0];
  private boolean hasInitializer;

  private DefaultUid() {
    super(Opcodes.ASM9);
  }

  /** What of a member goes into the digest. */
  private record Member(String name, int modifiers, String descriptor) {
    void write(DataOutputStream out) throws IOException {
      out.writeUTF(name);
      out.writeInt(modifiers);
      out.writeUTF(descriptor);
    }
  }

  /** The number of that class, whether it declares one or not. */
  static long of(byte[] classFile) {
    DefaultUid uid = new DefaultUid();
    new ClassReader(classFile)
        .accept(uid, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return uid.digest();
  }

  /** Adds the number to a class that declares none; the field is no source code's. */
  static void declare(ClassVisitor writer, long uid) {
    int access =
        Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;
    writer.visitField(access, FIELD, "J", null, uid).visitEnd();
  }

  @Override
  public void visit(
      int version,
      int access,
      String internalName,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] internalInterfaces) {
    name = internalName;
    modifiers = access;
    interfaces = internalInterfaces == null ? interfaces : internalInterfaces.clone();
  }

  /** The modifiers of a class within another one, as reflection tells them, stand here. */
  @Override
  public void visitInnerClass(
      String internalName, @Nullable String outerName, @Nullable String innerName, int access) {
    if (internalName.equals(name)) {
      modifiers = access;
    }
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String field,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    boolean isPrivate = (access & Opcodes.ACC_PRIVATE) != 0;
    if (!isPrivate || (access & (Opcodes.ACC_STATIC | Opcodes.ACC_TRANSIENT)) == 0) {
      fields.add(new Member(field, access & OF_FIELD, descriptor));
    }
    return null;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (method.equals("<clinit>")) {
      hasInitializer = true;
    } else if ((access & Opcodes.ACC_PRIVATE) == 0) {
      Member member = new Member(method, access & OF_METHOD, descriptor.replace('/', '.'));
      (method.equals("<init>") ? constructors : methods).add(member);
    }
    return null;
  }

  private long digest() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(new DataOutputStream(bytes));
      byte[] digest = MessageDigest.getInstance("SHA").digest(bytes.toByteArray());
      return ByteBuffer.wrap(digest).order(ByteOrder.LITTLE_ENDIAN).getLong();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA", impossible);
    }
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeUTF(name.replace('/', '.'));
    out.writeInt(modifiers & OF_CLASS);
    Arrays.sort(interfaces);
    for (String each : interfaces) {
      out.writeUTF(each.replace('/', '.'));
    }
    fields.sort(Comparator.comparing(Member::name));
    write(out, fields);
    if (hasInitializer) {
      new Member("<clinit>", Opcodes.ACC_STATIC, "()V").write(out);
    }
    constructors.sort(Comparator.comparing(Member::descriptor));
    write(out, constructors);
    methods.sort(Comparator.comparing(Member::name).thenComparing(Member::descriptor));
    write(out, methods);
  }

  private static void write(DataOutputStream out, List<Member> members) throws IOException {
    for (Member member : members) {
      member.write(out);
    }
  }
}
