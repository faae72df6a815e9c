package dev.holdfast.weaving.rewrite;

import java.nio.ByteBuffer;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;

/**
 * Weaves methods of one class file: the body moves, modifiers kept, into a private synthetic method
 * beside it; in its place stands one call of the method's pipeline.
 *
 * <p>Everything else of the class file is copied as it is. No static initialiser and no method that
 * is not private is added, so the default serialVersionUID stays what it was; where it would
 * change, because a method is not {@code synchronized} itself any more, it is declared.
 */
public final class Weaver {

  /** Java 5: the first class files that can hold a class literal. */
  public static final int OLDEST = 49;

  /**
   * Method handles end at 255 slots less the handle itself, and the body's handle takes the marker
   * as well.
   */
  public static final int MOST_SLOTS = 252;

  private static final int VERSION_AT = 6;

  private Weaver() {}

  /**
   * Weaves.
   *
   * @param original a class file of version {@link #OLDEST} or newer
   * @param methods name and descriptor, written together, of the methods to weave: none abstract,
   *     native or an initialiser; what the class does not have itself is kept free of bodies
   * @param keepsUid whether the default serialVersionUID would change and is needed
   * @return the woven class file
   * @throws net.bytebuddy.jar.asm.ClassTooLargeException when the constant pool is full
   */
  public static byte[] weave(byte[] original, Set<String> methods, boolean keepsUid) {
    return weave(
        original, methods, keepsUid, (code, woven, names) -> WrapperCode.write(code, woven));
  }

  /**
   * Weaves the same members without a pipeline: each method calls its body and nothing else. An
   * agent that comes later plans by what it sees of these, names of parameters included.
   *
   * @param original as for {@link #weave}
   * @param methods as for {@link #weave}
   * @param keepsUid as for {@link #weave}
   */
  public static byte[] weaveBare(byte[] original, Set<String> methods, boolean keepsUid) {
    return weave(original, methods, keepsUid, WrapperCode::writeBare);
  }

  private static byte[] weave(
      byte[] original, Set<String> methods, boolean keepsUid, Wrapper code) {
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new WeavingVisitor(writer, methods, code, Members.of(reader, methods)),
        ClassReader.EXPAND_FRAMES);
    if (keepsUid) {
      DefaultUid.declare(writer, DefaultUid.of(original));
    }
    return writer.toByteArray();
  }

  /**
   * Whether the JVM links what is woven into that class file; in older ones a call of the bridge
   * does.
   */
  public static boolean isLinkedByTheJvm(byte[] classFile) {
    return ByteBuffer.wrap(classFile).getShort(VERSION_AT) >= Woven.INVOKEDYNAMIC;
  }

  /** What the body of a method is called if that is free: name and descriptor, written together. */
  public static String body(String name, String descriptor) {
    return name + Woven.marked(descriptor);
  }

  /** Writes what stands in a body's place. */
  @FunctionalInterface
  interface Wrapper {
    void write(MethodVisitor code, Woven woven, ArgumentNames names);
  }
}
