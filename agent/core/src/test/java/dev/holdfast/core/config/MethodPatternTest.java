package dev.holdfast.core.config;

import static dev.holdfast.core.type.Types.method;
import static dev.holdfast.core.type.Types.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.core.type.Types;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "com.acme.PayClient#* | com.acme.PayClient | true",
        "com.acme.PayClient#* | com.acme.PayClients | false",
        "com.acme.PayClient#* | com.acme.PayClient$Inner | false",
        "com.acme.Pay$Client#* | com.acme.Pay$Client | true",
        "com.acme.*Client#* | com.acme.PayClient | true",
        "com.acme.*Client#* | com.acme.Client | true",
        "com.acme.*Client#* | com.acme.Outer$PayClient | true",
        "com.acme.*Client#* | com.acme.pay.PayClient | false",
        "com.acme..*Client#* | com.acme.PayClient | true",
        "com.acme..*Client#* | com.acme.pay.http.PayClient | true",
        "com.acme..*Client#* | com.acmes.PayClient | false",
        "com.acme..*Client#* | org.acme.PayClient | false",
        "com..pay..*#* | com.acme.pay.Client | true",
        "com..pay..*#* | com.pay.Client | true",
        "com..pay..*#* | com.acme.repay.Client | false",
        "..*Client#* | PayClient | true",
        "..*Client#* | com.acme.PayClient | true",
        "*.PayClient#* | acme.PayClient | true",
        "*.PayClient#* | com.acme.PayClient | false",
        "com.*.*Client#* | com.acme.PayClient | true"
      })
  void typesAreSelectedByName(String pattern, String type, boolean isSelected) {
    assertThat(parse(pattern).mayMatch(type)).isEqualTo(isSelected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "com.acme.PayClient",
        "#charge",
        "com.acme.PayClient#",
        "com.acme.#charge",
        "com.acme.Pay Client#charge",
        "com.acme.A#m(",
        "com.acme.A#m(,)",
        "com.acme.A#m(..,int)",
        "com.acme.A#a.b",
        "com...acme.A#m",
        "com.acme.A+B#m",
        "com.acme.A#m()x",
        "com/acme/A#m"
      })
  void anythingElseIsNoPattern(String text) {
    assertThat(MethodPattern.parse(text)).isEmpty();
  }

  @Test
  void aNameAloneSelectsAllOverloadsPrivateOnesToo() {
    MethodPattern pattern = parse("shop.Cart#pay");

    assertThat(selects(pattern, method("pay"))).isTrue();
    assertThat(selects(pattern, method("pay", "int"))).isTrue();
    assertThat(selects(pattern, method("pay", Modifier.PRIVATE))).isTrue();
    assertThat(selects(pattern, method("refund"))).isFalse();
  }

  @Test
  void anyNameSelectsWhatAnAnnotationOnTheTypeWouldStandFor() {
    MethodPattern pattern = parse("shop.Cart#*");

    assertThat(selects(pattern, method("pay"))).isTrue();
    assertThat(selects(pattern, method("pay", Modifier.STATIC))).isTrue();
    assertThat(selects(pattern, method("pay", Modifier.PRIVATE))).isFalse();
    assertThat(selects(pattern, method("<init>"))).isFalse();
    assertThat(selects(pattern, method("finalize"))).isFalse();
  }

  @Test
  void aNameWithWildcardsSelectsByName() {
    MethodPattern pattern = parse("shop.Cart#get*");

    assertThat(selects(pattern, method("getItems"))).isTrue();
    assertThat(selects(pattern, method("forgetItems"))).isFalse();
  }

  @Test
  void bridgesSyntheticMethodsAndConstructorsAreNeverSelected() {
    assertThat(selects(parse("shop.Cart#pay"), method("pay", 0x1041))).isFalse();
    assertThat(selects(parse("shop.Cart#pay"), method("pay", 0x1001))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "() | true | false | false | false",
        "(..) | true | true | true | true",
        "(java.lang.String) | false | true | false | false",
        "(java.lang.String,..) | false | true | true | false",
        "(java.lang.String, int) | false | false | true | false",
        "(*) | false | true | false | true",
        "(*,*) | false | false | true | false",
        "(java.lang.*) | false | true | false | false",
        "(java.lang.String[]) | false | false | false | true"
      })
  void parametersAreSelectedByTheirErasedTypes(
      String parameters, boolean none, boolean one, boolean two, boolean array) {
    MethodPattern pattern = parse("shop.Cart#pay" + parameters);

    assertThat(selects(pattern, method("pay"))).isEqualTo(none);
    assertThat(selects(pattern, method("pay", "java.lang.String"))).isEqualTo(one);
    assertThat(selects(pattern, method("pay", "java.lang.String", "int"))).isEqualTo(two);
    assertThat(selects(pattern, method("pay", "java.lang.String[]"))).isEqualTo(array);
  }

  @Test
  void aPlusSelectsWhatSubtypesDeclare() {
    MethodModel pay = method("pay");
    ClassModel port = type("shop.Port", pay);
    ClassModel base = type("shop.Base", "java.lang.Object", List.of("shop.Port"), pay);
    ClassModel cart = type("shop.Cart", "shop.Base", List.of(), pay);
    ClassModel other = type("shop.Other", pay);
    Types types = new Types().with(port).with(base).with(cart).with(other);

    MethodPattern pattern = parse("shop.Port+#*");

    assertThat(pattern.hasSubtypes()).isTrue();
    assertThat(pattern.matches(new GuardedMethod(port, pay, types))).isTrue();
    assertThat(pattern.matches(new GuardedMethod(base, pay, types))).isTrue();
    assertThat(pattern.matches(new GuardedMethod(cart, pay, types))).isTrue();
    assertThat(pattern.matches(new GuardedMethod(other, pay, types))).isFalse();
    assertThat(parse("shop.Port#*").matches(new GuardedMethod(cart, pay, types))).isFalse();
  }

  private static boolean selects(MethodPattern pattern, MethodModel method) {
    return pattern.matches(new GuardedMethod(type("shop.Cart", method), method, new Types()));
  }

  private static MethodPattern parse(String text) {
    return MethodPattern.parse(text).orElseThrow();
  }
}
