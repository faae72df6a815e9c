package dev.holdfast.weaving.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.type.MethodModel;
import dev.holdfast.weaving.model.ClassBytes;
import dev.holdfast.weaving.rewrite.Weaver;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an agent finds in a class that another one has woven, and left. */
final class ComingAgainTest {

  @Test
  void parametersHaveTheNamesOfDebugInformation() {
    Finding.Guarded found =
        found(
            "class Cart { @dev.holdfast.Retry void pay(long order, java.util.List<String> to) {"
                + " int order2 = 1; for (String each : to) { order2++; } } }",
            "Cart",
            "pay(JLjava/util/List;)V");

    assertThat(found.method().parameters())
        .extracting(parameter -> parameter.name())
        .containsExactly(Optional.of("order"), Optional.of("to"));
  }

  @Test
  void anOverrideThatCallsSuperIsKnown() {
    Finding.Guarded found =
        found(
            "class Base { @dev.holdfast.Retry void pay() {} }"
                + " class Cart extends Base { void pay() { super.pay(); } }",
            "Cart",
            "pay()V");

    assertThat(found.superCall()).contains("pay()V");
  }

  private static Finding.Guarded found(String source, String type, String method) {
    Map<String, byte[]> classes =
        new HashMap<>(ClassBytes.compiled("package shop; " + source, "-g"));
    classes.computeIfPresent(
        "shop." + type, (name, original) -> Weaver.weaveBare(original, Set.of(method), false));
    return new Sources(classes)
        .findings(type).stream()
            .filter(Finding.Guarded.class::isInstance)
            .map(Finding.Guarded.class::cast)
            .filter(found -> signature(found.method()).equals(method))
            .findFirst()
            .orElseThrow();
  }

  private static String signature(MethodModel method) {
    return method.name() + method.descriptor();
  }
}
