package dev.holdfast.core.policy.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Fallback;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Nothing of a fallback outlives the classes that it stands on. */
final class UnloadingTest {

  private static final int MOST_COLLECTIONS = 100;

  @Test
  void aClassWithFallbacksThatHaveAnsweredIsUnloaded() throws Throwable {
    ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    WeakReference<ClassLoader> loader = new WeakReference<>(answeredOnce(), collected);

    for (int count = 0; count < MOST_COLLECTIONS && loader.get() != null; count++) {
      System.gc();
      collected.remove(50);
    }

    assertThat(loader.get()).isNull();
  }

  private static ClassLoader answeredOnce() throws Throwable {
    ClassLoader loader = new OwnLoader();
    Class<?> shop = loader.loadClass(Shop.class.getName());
    Object target = shop.getDeclaredConstructor().newInstance();

    assertThat(shop).isNotSameAs(Shop.class);
    for (String method : List.of("byMethod", "byLiteral", "byNullObject")) {
      assertThat(Guarded.method(shop, method).failing(new IOException(), target)).isNotNull();
    }
    return loader;
  }

  /** Defines the classes of this test once more. */
  private static final class OwnLoader extends ClassLoader {

    OwnLoader() {
      super(UnloadingTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(UnloadingTest.class.getName() + "$")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException failure) {
        throw new ClassNotFoundException(name, failure);
      }
    }
  }

  /** Made by its name in another loader. */
  public static final class Shop {

    @Fallback(method = "guess")
    String byMethod() {
      return "";
    }

    String guess() {
      return "guess";
    }

    @Fallback("NONE")
    Colour byLiteral() {
      return Colour.NONE;
    }

    @Fallback
    Basket byNullObject() {
      return () -> List.of("tea");
    }
  }

  enum Colour {
    NONE
  }

  interface Basket {

    List<String> items();
  }
}
