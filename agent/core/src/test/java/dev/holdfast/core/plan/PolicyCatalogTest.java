package dev.holdfast.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyCatalogTest {

  private final PolicyCatalog catalog =
      new PolicyCatalog(List.of(new ToyFactory(), new LimitFactory()));

  @Test
  void attributesAreThoseOfTheAnnotation() {
    PolicyDescription toy = catalog.find("toy").orElseThrow();

    assertThat(toy.annotation()).isEqualTo("@Toy");
    assertThat(toy.isConfigurable()).isTrue();
    assertThat(toy.attributeOfKey("max-tries"))
        .contains(new PolicyAttribute("maxTries", "max-tries", int.class, Optional.of(3)));
    assertThat(toy.attribute("jitter").orElseThrow().builtIn()).contains("FULL");
    assertThat(toy.attribute("on").orElseThrow().builtIn())
        .contains(List.of("java.lang.Exception"));
    assertThat(toy.principal()).isEmpty();
  }

  @Test
  void aValueWithoutADefaultIsWhatThePolicyIsAbout() {
    PolicyDescription limit = catalog.find("limit").orElseThrow();

    assertThat(limit.principal()).map(PolicyAttribute::key).contains("value");
  }

  @Test
  void policiesAreFoundByTheirAnnotations() {
    assertThat(catalog.findByAnnotation(Toy.class.getName()))
        .map(PolicyDescription::name)
        .contains("toy");
    assertThat(catalog.findByAnnotation("java.lang.Deprecated")).isEmpty();
  }

  @Test
  void twoPoliciesOfOneNameCannotBe() {
    List<PolicyFactory> twice = List.of(new ToyFactory(), new ToyFactory());

    assertThatThrownBy(() -> new PolicyCatalog(twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("policy: toy (expected: one factory for each name and annotation)");
  }
}
