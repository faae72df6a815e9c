package dev.holdfast.weaving.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StrangersTest {

  @Test
  void knowsTheJdkLibrariesAndOurs() {
    assertThat(
            List.of(
                "java.lang.Object",
                "jakarta.persistence.Entity",
                "org.hibernate.Session",
                "org.jboss.weld.environment.se.Weld",
                "org.jboss.as.server.Main",
                "org.springframework.stereotype.Service",
                "tools.jackson.databind.JsonNode",
                "dev.holdfast.Retry"))
        .allMatch(Strangers::include);
  }

  @Test
  void takesNoApplicationForALibrary() {
    assertThat(
            List.of(
                "shop.Cart",
                "Cart",
                "a.Cart",
                "zoo.Cart",
                "javax",
                "javafx.scene.Node",
                "org.springframework.samples.petclinic.owner.Owner",
                "org.apache.ofbiz.Order",
                "org.jboss.as.quickstarts.kitchensink.model.Member",
                "org.jboss.shop.Cart",
                "com.google.shop.Cart",
                "dev.holdfast.shop.Cart"))
        .noneMatch(Strangers::include);
  }
}
