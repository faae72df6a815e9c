package dev.holdfast.weaving.model;

import dev.holdfast.core.type.ClassModel;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;

/** Reads class files into models. */
public final class ClassFileReader {

  /** The newest version that the ASM in use reads. */
  private static final int NEWEST = Opcodes.V28;

  private static final int MINOR_AT = 4;
  private static final int VERSION_AT = 6;
  private static final int NAME_AT_END = 2;

  private ClassFileReader() {}

  /**
   * The class that {@code bytes} hold; method bodies are not read.
   *
   * @throws UnknownClassVersion if it was compiled for a newer Java than the agent knows
   * @throws CorruptClass if the bytes are no class file, or a broken one
   */
  public static ClassModel read(byte[] bytes) {
    try {
      ClassReader reader = reader(bytes);
      ClassShape shape = new ClassShape(new LocalVariableNames(reader));
      reader.accept(shape, ClassReader.SKIP_CODE);
      return shape.model();
    } catch (UnreadableClass told) {
      throw told;
    } catch (RuntimeException | StackOverflowError broken) {
      throw new CorruptClass(bytes.length, broken);
    }
  }

  private static ClassReader reader(byte[] bytes) {
    if (bytes.length < VERSION_AT + 2 || ConstantPool.u4(bytes, 0) != ConstantPool.MAGIC) {
      throw new CorruptClass(bytes.length);
    }
    int version = ConstantPool.u2(bytes, VERSION_AT);
    boolean isPreviewOfNewest = version == NEWEST && ConstantPool.u2(bytes, MINOR_AT) != 0;
    if (version > NEWEST || isPreviewOfNewest) {
      throw new UnknownClassVersion(name(bytes), version, NEWEST);
    }
    return new ClassReader(bytes);
  }

  private static String name(byte[] bytes) {
    try {
      ConstantPool pool = new ConstantPool(bytes);
      return pool.className(pool.u2(pool.end() + NAME_AT_END));
    } catch (RuntimeException newKindOfConstant) {
      return "a class";
    }
  }
}
