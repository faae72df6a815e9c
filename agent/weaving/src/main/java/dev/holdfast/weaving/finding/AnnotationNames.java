package dev.holdfast.weaving.finding;

import dev.holdfast.weaving.model.ConstantPool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the type names of annotations from their attributes (JVM Specification 4.7.16 and
 * 4.7.18), stepping over the values.
 */
final class AnnotationNames {

  private static final int DEEPEST = 100;

  private final ConstantPool pool;
  private final String leftOut;
  private final List<String> names = new ArrayList<>(0);
  private int[] seen = new int[8];
  private int count;

  /**
   * @param leftOut start of the descriptors that are not collected
   */
  AnnotationNames(ConstantPool pool, String leftOut) {
    this.pool = pool;
    this.leftOut = leftOut;
  }

  List<String> names() {
    return names;
  }

  /** Reads the contents of a {@code RuntimeVisibleAnnotations} attribute. */
  int read(int table) {
    int at = table + 2;
    for (int left = pool.u2(table); left > 0; left--) {
      collect(pool.u2(at));
      at = afterAnnotation(at, 0);
    }
    return at;
  }

  /** Reads the contents of a {@code RuntimeVisibleParameterAnnotations} attribute. */
  void readOfParameters(int table) {
    int at = table + 1;
    for (int left = pool.u1(table); left > 0; left--) {
      at = read(at);
    }
  }

  private void collect(int descriptor) {
    for (int i = 0; i < count; i++) {
      if (seen[i] == descriptor) {
        return;
      }
    }
    if (count == seen.length) {
      seen = Arrays.copyOf(seen, 2 * count);
    }
    seen[count++] = descriptor;
    if (!pool.startsWith(descriptor, leftOut)) {
      String text = pool.text(descriptor);
      names.add(text.substring(1, text.length() - 1).replace('/', '.'));
    }
  }

  private int afterAnnotation(int annotation, int depth) {
    int at = annotation + 4;
    for (int left = pool.u2(annotation + 2); left > 0; left--) {
      at = afterValue(at + 2, depth);
    }
    return at;
  }

  private int afterValue(int value, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("annotation nested deeper than " + DEEPEST);
    }
    return switch (pool.u1(value)) {
      case 'e' -> value + 5;
      case '@' -> afterAnnotation(value + 1, depth + 1);
      case '[' -> {
        int at = value + 3;
        for (int left = pool.u2(value + 1); left > 0; left--) {
          at = afterValue(at, depth + 1);
        }
        yield at;
      }
      default -> value + 3;
    };
  }
}
