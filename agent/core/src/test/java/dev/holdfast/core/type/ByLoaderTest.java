package dev.holdfast.core.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ByLoaderTest {

  private final AtomicInteger made = new AtomicInteger();
  private final ByLoader<Integer> numbers = new ByLoader<>(loader -> made.getAndIncrement());

  @Test
  void keepsOneValueForEachLoader() {
    ClassLoader one = new Alike();
    ClassLoader other = new Alike();

    assertThat(numbers.of(null)).isEqualTo(0);
    assertThat(numbers.of(one)).isEqualTo(1);
    assertThat(numbers.of(other)).isEqualTo(2);
    assertThat(numbers.of(one)).isEqualTo(1);
    assertThat(numbers.of(null)).isEqualTo(0);
    assertThat(numbers.all()).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void holdsNoLoader() {
    WeakReference<ClassLoader> gone = new WeakReference<>(seen());

    System.gc();

    assertThat(gone.get()).isNull();
    assertThat(numbers.of(new Alike())).isEqualTo(2);
  }

  private ClassLoader seen() {
    ClassLoader loader = new Alike();
    numbers.of(loader);
    return loader;
  }

  /** Loaders may take each other for equal; we must not. */
  private static final class Alike extends ClassLoader {

    @Override
    public int hashCode() {
      return 1;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Alike;
    }
  }
}
