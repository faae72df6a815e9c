package dev.holdfast.weaving.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.weaving.model.ClassBytes;
import dev.holdfast.weaving.model.StrangeLoader;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The members that classes keep when the agent has gone. */
class ResidueTest {

  static final class Cart {
    String pay() {
      return "paid";
    }

    String ship() {
      return "shipped";
    }
  }

  @Test
  void tellsClassesOfOneNameApartWhateverTheirLoadersAnswer() {
    Class<?> first = new StrangeLoader().define(Cart.class);
    Class<?> second = new StrangeLoader().define(Cart.class);
    Residue residue =
        new Residue(
            Map.of(first, Set.of("pay()Ljava/lang/String;")),
            Map.of(second, Set.of("ship()Ljava/lang/String;")));
    byte[] original = ClassBytes.of(Cart.class);

    assertThat(transformed(residue, first))
        .isEqualTo(Weaver.weaveBare(original, Set.of("pay()Ljava/lang/String;"), false));
    assertThat(transformed(residue, second))
        .isEqualTo(Weaver.weaveBare(original, Set.of("ship()Ljava/lang/String;"), true));
    assertThat(transformed(residue, Cart.class)).isNull();
  }

  private static byte @Nullable [] transformed(Residue residue, Class<?> type) {
    String name = type.getName().replace('.', '/');
    return residue.transform(type.getClassLoader(), name, type, null, ClassBytes.of(Cart.class));
  }
}
