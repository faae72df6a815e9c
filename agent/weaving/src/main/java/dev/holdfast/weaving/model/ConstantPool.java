package dev.holdfast.weaving.model;

import java.nio.charset.StandardCharsets;

/**
 * Where the constants of a class file lie, found in one pass over the bytes and without an object
 * for each (JVM Specification 4.4). Broken bytes show as an {@link IndexOutOfBoundsException} or an
 * {@link IllegalArgumentException}.
 */
public final class ConstantPool {

  static final int MAGIC = 0xCAFEBABE;

  /** Of a {@code CONSTANT_Utf8}. */
  public static final int UTF8 = 1;

  /** Of a {@code CONSTANT_Class}. */
  public static final int CLASS = 7;

  /** Of a {@code CONSTANT_InvokeDynamic}. */
  public static final int INVOKE_DYNAMIC = 18;

  private static final int COUNT_AT = 8;

  private final byte[] bytes;
  private final int[] places;
  private final int size;
  private final int end;

  /** Walks over the pool of the class file that {@code bytes} hold. */
  public ConstantPool(byte[] bytes) {
    this(bytes, new int[0]);
  }

  /**
   * Walks over the pool of the class file that {@code bytes} hold.
   *
   * @param scratch used, if it is large enough, to remember places in
   */
  public ConstantPool(byte[] bytes, int[] scratch) {
    this.bytes = bytes;
    size = u2(COUNT_AT);
    places = scratch.length < size ? new int[size] : scratch;
    int at = COUNT_AT + 2;
    for (int index = 1; index < size; index++) {
      places[index] = at;
      int tag = bytes[at];
      at += size(tag, at);
      if (isWide(tag)) {
        places[++index] = 0;
      }
    }
    end = at;
  }

  /** What places are remembered in, to be used again when this pool is no longer asked. */
  public int[] scratch() {
    return places;
  }

  private int size(int tag, int at) {
    return switch (tag) {
      case UTF8 -> 3 + u2(at + 1);
      case CLASS, 8, 16, 19, 20 -> 3;
      case 15 -> 4;
      case 3, 4, 9, 10, 11, 12, 17, INVOKE_DYNAMIC -> 5;
      case 5, 6 -> 9;
      default -> throw new IllegalArgumentException("constant pool tag: " + tag);
    };
  }

  private static boolean isWide(int tag) {
    return tag == 5 || tag == 6;
  }

  /** One more than the highest index. */
  public int size() {
    return size;
  }

  /** The offset of the first byte after the pool: the class's access flags. */
  public int end() {
    return end;
  }

  /** The tag of a constant; 0 for an index that holds none. */
  public int tag(int index) {
    return places[index] == 0 ? 0 : bytes[places[index]];
  }

  /** The offset of a constant's first byte after its tag. */
  public int place(int index) {
    return places[index] + 1;
  }

  /** Whether a constant is that text, of ASCII characters. */
  public boolean isText(int index, String ascii) {
    int at = place(index);
    return u2(at) == ascii.length() && startsWith(index, ascii);
  }

  /** Whether a {@code CONSTANT_Utf8} starts with that text, of ASCII characters. */
  public boolean startsWith(int index, String ascii) {
    int at = place(index);
    if (u2(at) < ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[at + 2 + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** A {@code CONSTANT_Utf8}; characters outside ASCII may come out wrong. */
  public String text(int index) {
    int at = place(index);
    return new String(bytes, at + 2, u2(at), StandardCharsets.UTF_8);
  }

  /** The binary name of a {@code CONSTANT_Class}. */
  public String className(int index) {
    return text(u2(place(index))).replace('/', '.');
  }

  /** An unsigned number of one byte. */
  public int u1(int at) {
    return bytes[at] & 0xFF;
  }

  /** An unsigned number of two bytes. */
  public int u2(int at) {
    return u2(bytes, at);
  }

  /** A number of four bytes. */
  public int u4(int at) {
    return u4(bytes, at);
  }

  static int u2(byte[] bytes, int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }

  static int u4(byte[] bytes, int at) {
    return (u2(bytes, at) << 16) | u2(bytes, at + 2);
  }
}
