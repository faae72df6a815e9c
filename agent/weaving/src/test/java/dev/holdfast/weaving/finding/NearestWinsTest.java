package dev.holdfast.weaving.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** For each policy by itself: own method, own type, superclass, interface. */
final class NearestWinsTest {

  @Test
  void readsWhatIsWrittenOnTheMethod() {
    Sources shop =
        Sources.of(
            """
            class Cart {
              @Retry(maxAttempts = 5) void pay() {}
              @Retry private static final synchronized void secret() {}
              @Retry void pay(int cents) {}
              void plain() {}
            }
            """);

    assertThat(shop.findings("Cart"))
        .extracting(each -> Sources.line(((Finding.Guarded) each).declarations().get(0)))
        .containsExactly(
            "retry{maxAttempts=5} by @Retry on shop.Cart#pay()",
            "retry{} by @Retry on shop.Cart#secret",
            "retry{} by @Retry on shop.Cart#pay(int)");
  }

  @Test
  void takesTheTypeWhereTheMethodSaysNothing() {
    Sources shop =
        Sources.of(
            """
            @Retry(maxAttempts = 2) @Fallback(value = "x") class Cart {
              @Retry(maxAttempts = 5) String pay() { return ""; }
              String look() { return helper(); }
              private String helper() { return ""; }
              static void open() {}
              public String toString() { return ""; }
              public static void main(String[] args) {}
            }
            """);

    assertThat(shop.guards("Cart"))
        .isEqualTo(
            Map.of(
                "pay",
                List.of(
                    "fallback{value=x} by @Fallback on shop.Cart",
                    "retry{maxAttempts=5} by @Retry on shop.Cart#pay"),
                "look",
                List.of(
                    "fallback{value=x} by @Fallback on shop.Cart",
                    "retry{maxAttempts=2} by @Retry on shop.Cart"),
                "open",
                List.of(
                    "fallback{value=x} by @Fallback on shop.Cart",
                    "retry{maxAttempts=2} by @Retry on shop.Cart")));
  }

  @Test
  void leavesOutWhatRecordsAndEnumsBringAlong() {
    Sources shop =
        Sources.of(
            """
            @Retry record Item(String name) { String upper() { return name; } }
            @Retry enum Size { SMALL { String label() { return "s"; } }; String label() { return ""; } }
            """);

    assertThat(shop.guards("Item").keySet()).containsExactly("upper");
    assertThat(shop.guards("Size").keySet()).containsExactly("label");
    assertThat(shop.guards("Size$1").keySet()).containsExactly("label");
  }

  @Test
  void takesTheNearestSuperclassThenInterfaces() {
    Sources shop =
        Sources.of(
            """
            interface Port { @Retry(maxAttempts = 9) void a(); @Retry(maxAttempts = 9) void b(); }
            class Top { @Retry(maxAttempts = 2) public void a() {} @Fallback public void b() {} }
            @Retry(maxAttempts = 3) class Middle extends Top { public void a() {} }
            class Bottom extends Middle implements Port { public void a() {} public void b() {} }
            """);

    assertThat(shop.guards("Bottom"))
        .isEqualTo(
            Map.of(
                "a",
                List.of("retry{maxAttempts=3} by @Retry on shop.Middle"),
                "b",
                List.of(
                    "fallback{} by @Fallback on shop.Top#b",
                    "retry{maxAttempts=9} by @Retry on shop.Port#b")));
  }

  @Test
  void holdsForOverridesOfWhatTheAnnotatedTypeDeclaresOnly() {
    Sources shop =
        Sources.of(
            """
            interface Base { void inherited(); }
            @Retry interface Port extends Base { void declared(); default void given() {} }
            class Impl implements Port {
              public void inherited() {} public void declared() {} public void own() {}
            }
            """);

    assertThat(shop.guards("Impl"))
        .isEqualTo(Map.of("declared", List.of("retry{} by @Retry on shop.Port")));
    assertThat(shop.guards("Port"))
        .isEqualTo(Map.of("given", List.of("retry{} by @Retry on shop.Port")));
  }

  @Test
  void followsNoPrivateStaticOrForeignPackagePrivateMethods() {
    Sources shop =
        Sources.of(
            """
            class Top {
              @Retry private void a() {}
              @Retry static void b() {}
              @Retry void c() {}
            }
            class Bottom extends Top { void a() {} static void b() {} void c() {} }
            """);

    assertThat(shop.guards("Bottom").keySet()).containsExactly("c");
  }

  @Test
  void refusesTwoUnrelatedInterfacesThatDiffer() {
    Sources shop =
        Sources.of(
            """
            interface A { @Retry(maxAttempts = 2) void send(); @Retry void same(); }
            interface B { @Retry(maxAttempts = 3) void send(); @Retry void same(); }
            interface C extends A, B { @Retry(maxAttempts = 4) void send(); }
            class Both implements A, B { public void send() {} public void same() {} }
            class Settled implements A, B, C { public void send() {} public void same() {} }
            """);

    assertThat(shop.problems("Both"))
        .containsExactly(
            "@Retry on shop.A#send and @Retry on shop.B#send for shop.Both#send: they differ"
                + " (expected: one, or the same values). Write @Retry on shop.Both#send itself.");
    assertThat(shop.guards("Both"))
        .isEqualTo(Map.of("same", List.of("retry{} by @Retry on shop.A#same")));
    assertThat(shop.guards("Settled").get("send"))
        .containsExactly("retry{maxAttempts=4} by @Retry on shop.C#send");
  }

  @Test
  void readsMetaAnnotationsAtAnyRemove() {
    Sources shop =
        Sources.of(
            """
            @Retry(maxAttempts = 7) @interface Patient {}
            @Patient @Fallback @interface VeryPatient {}
            @Round2 @interface Round1 {}
            @Round1 @interface Round2 {}
            @Retry(maxAttempts = 8) @interface Eager {}
            class Cart {
              @VeryPatient @Round1 void pay() {}
              @VeryPatient @Retry void own() {}
              @Patient @Eager void both() {}
              @Round1 void none() {}
            }
            """);

    assertThat(shop.guards("Cart"))
        .isEqualTo(
            Map.of(
                "pay",
                List.of(
                    "fallback{} by @VeryPatient on shop.Cart#pay",
                    "retry{maxAttempts=7} by @VeryPatient on shop.Cart#pay"),
                "own",
                List.of(
                    "fallback{} by @VeryPatient on shop.Cart#own",
                    "retry{} by @Retry on shop.Cart#own")));
    assertThat(shop.problems("Cart"))
        .containsExactly(
            "@Patient on shop.Cart#both and @Eager on shop.Cart#both: they differ (expected: one,"
                + " or the same values). Write @Retry on shop.Cart#both itself.");
    assertThat(shop.findings("Patient")).isEmpty();
  }

  @Test
  void handsMarksOnParametersDown() {
    Sources shop =
        Sources.of(
            """
            interface Port<T> { @Retry void send(T order, @IdempotencyKey String key); }
            class A implements Port<Integer> { public void send(Integer order, String key) {} }
            class B implements Port<String> {
              public void send(@IdempotencyKey String order, String key) {}
            }
            """);

    assertThat(shop.guards("A").get("send"))
        .containsExactly(
            "idempotency-key{} by @IdempotencyKey on shop.Port#send",
            "retry{} by @Retry on shop.Port#send");
    assertThat(marks(shop, "A")).containsExactly(false, true);
    assertThat(shop.guards("B").get("send"))
        .containsExactly(
            "idempotency-key{} by @IdempotencyKey on shop.B#send",
            "retry{} by @Retry on shop.Port#send");
    assertThat(marks(shop, "B")).containsExactly(true, false);
  }

  private static List<Boolean> marks(Sources shop, String type) {
    Finding.Guarded guarded = (Finding.Guarded) shop.findings(type).get(0);
    return guarded.method().parameters().stream()
        .map(parameter -> parameter.isAnnotated("dev.holdfast.IdempotencyKey"))
        .toList();
  }
}
