package dev.holdfast.core.policy.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.Fallback;
import dev.holdfast.core.OwnLoader;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing of a fallback outlives the classes that it stands on. */
final class UnloadingTest {

  @Test
  void aClassWithFallbacksThatHaveAnsweredIsUnloaded() throws Throwable {
    OwnLoader.assertCollected(answeredOnce());
  }

  private static WeakReference<ClassLoader> answeredOnce() throws Throwable {
    ClassLoader loader = new OwnLoader(UnloadingTest.class.getName() + "$");
    Class<?> shop = loader.loadClass(Shop.class.getName());
    Object target = shop.getDeclaredConstructor().newInstance();

    assertThat(shop).isNotSameAs(Shop.class);
    for (String method : List.of("byMethod", "byLiteral", "byNullObject")) {
      assertThat(Guarded.method(shop, method).failing(new IOException(), target)).isNotNull();
    }
    return new WeakReference<>(loader);
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
