package dev.holdfast.weaving.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WeaverTest {

  @Test
  void bracketsInNamesOfClassesDoNotEndTheParameters() {
    assertThat(Weaver.body("pay", "(La)b;I)Lc)d;")).isEqualTo("pay(La)b;IS)Lc)d;");
    assertThat(Weaver.body("pay", "()V")).isEqualTo("pay(S)V");
  }
}
