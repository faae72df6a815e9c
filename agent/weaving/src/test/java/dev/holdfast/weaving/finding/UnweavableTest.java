package dev.holdfast.weaving.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

final class UnweavableTest {

  @Test
  void saysWhyAMethodCannotBeWoven() {
    Sources shop =
        Sources.of(
            """
            class Own<T> extends CompletableFuture<T> {}
            @Retry @interface Patient {}
            interface Port { @Retry Own<String> ask(); }
            class Cart implements Port {
              @Patient Cart() {}
              @Retry native void fast();
              @Retry @Fallback ScheduledFuture<String> soon() { return null; }
              public Own<String> ask() { return null; }
              @Retry CompletableFuture<String> good() { return null; }
              @Retry CompletionStage<String> stage() { return null; }
              @Retry Future<String>[] many() { return null; }
            }
            """);

    assertThat(shop.problems("Cart"))
        .containsExactly(
            "@Patient on shop.Cart#<init>: a constructor (expected: a method)."
                + " Guard the method that calls it, or remove @Patient.",
            "@Retry on shop.Cart#fast: native (expected: a method in Java)."
                + " Guard the method that calls it, or remove @Retry.",
            "@Fallback on shop.Cart#soon and @Retry on shop.Cart#soon: returns"
                + " java.util.concurrent.ScheduledFuture (expected: CompletionStage,"
                + " CompletableFuture or Future). Declare one of these, or remove @Fallback and"
                + " @Retry.",
            "@Retry on shop.Port#ask for shop.Cart#ask: returns shop.Own (expected:"
                + " CompletionStage, CompletableFuture or Future). Declare one of these, or remove"
                + " @Retry.");
    assertThat(shop.guards("Cart").keySet()).containsExactly("good", "many", "stage");
  }

  @Test
  void keepsWhatAnAbstractMethodDeclaresOpen() {
    Sources shop =
        Sources.of(
            """
            interface Port { @Retry void send(); void plain(); }
            abstract class Base implements Port { public abstract void send(); }
            """);

    assertThat(shop.findings("Port"))
        .singleElement()
        .isInstanceOfSatisfying(
            Finding.Open.class,
            open -> {
              assertThat(open.method().name()).isEqualTo("send");
              assertThat(open.declarations().stream().map(Sources::line))
                  .containsExactly("retry{} by @Retry on shop.Port#send");
            });
    assertThat(shop.findings("Base")).isEmpty();
  }

  @Test
  void reportsLambdasAndMethodReferencesOfAnnotatedInterfaces() {
    Sources shop =
        Sources.of(
            """
            interface Base<T> { @Retry void send(T t); }
            interface Port extends Base<String> { default void more() {} }
            class App {
              Port lambda() { return s -> {}; }
              Base<String> reference() { return App::take; }
              Runnable plain() { return () -> {}; }
              static void take(String s) {}
            }
            """);

    assertThat(shop.problems("App"))
        .containsExactly(
            "@Retry on shop.Base#send: implemented by a lambda or method reference in shop.App"
                + " (expected: a class). Write a class that implements shop.Port, or remove"
                + " @Retry.",
            "@Retry on shop.Base#send: implemented by a lambda or method reference in shop.App"
                + " (expected: a class). Write a class that implements shop.Base, or remove"
                + " @Retry.");
  }

  @Test
  void reportsABodyThatIsInheritedFromAStranger() {
    Sources shop =
        Sources.of(
            """
            interface Port<T> { @Retry void send(T t); }
            class Stranger { public void send(String t) {} }
            class Heir extends Stranger implements Port<String> {}
            class Good extends Stranger implements Port<String> { public void send(String t) {} }
            class Member implements Port<String> { public void send(String t) {} }
            class Child extends Member implements Port<String> {}
            """);

    assertThat(shop.problems("Heir"))
        .containsExactly(
            "@Retry on shop.Port#send for shop.Heir#send: inherited from shop.Stranger, which is no"
                + " shop.Port (expected: a method of shop.Heir). Override send in shop.Heir, or"
                + " remove @Retry.");
    assertThat(shop.problems("Good")).isEmpty();
    assertThat(shop.problems("Child")).isEmpty();
  }

  @Test
  void tellsWhatABodyCallsBySuper() {
    Sources shop =
        Sources.of(
            """
            class Top<T> {
              @Retry void direct(T t) {}
              @Retry void inLambda() {}
              @Retry void other() {}
              @Retry public String toString() { return ""; }
            }
            class Bottom extends Top<String> {
              void direct(String t) { super.direct(t); }
              void inLambda() { Runnable r = () -> super.inLambda(); r.run(); }
              void other() { super.toString(); }
              public String toString() { return "x"; }
            }
            """);

    assertThat(shop.findings("Bottom"))
        .extracting(each -> ((Finding.Guarded) each).superCall())
        .containsExactly(
            Optional.of("direct(Ljava/lang/Object;)V"),
            Optional.of("inLambda()V"),
            Optional.empty(),
            Optional.empty());
    assertThat(shop.findings("Top"))
        .allSatisfy(each -> assertThat(((Finding.Guarded) each).superCall()).isEmpty());
  }

  @Test
  void guardsClassFilesOfJava5AndNoOlderOnes() {
    Sources java5 = new Sources(Map.of("shop.Old", old(Opcodes.V1_5)));
    Sources java4 = new Sources(Map.of("shop.Old", old(Opcodes.V1_4)));

    assertThat(java5.guards("Old"))
        .isEqualTo(Map.of("pay", List.of("retry{maxAttempts=2} by @Retry on shop.Old#pay")));
    assertThat(java4.problems("Old"))
        .containsExactly(
            "@Retry on shop.Old#pay: class file version 48 (expected: >= 49, Java 5)."
                + " Compile it for a newer Java, or remove @Retry.");
  }

  @Test
  void leavesSuspendingFunctionsOfKotlinAlone() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, 0, "shop/Pay", null, "java/lang/Object", null);
    body(writer, "pay", "(JLkotlin/coroutines/Continuation;)Ljava/lang/Object;");

    assertThat(new Sources(Map.of("shop.Pay", writer.toByteArray())).problems("Pay"))
        .containsExactly(
            "@Retry on shop.Pay#pay: a suspending function of Kotlin (expected: a method that"
                + " returns when it is done). Guard a method that it calls, or remove @Retry.");
  }

  @Test
  void findsWhatOnlyARuleSelects() {
    Sources shop =
        Sources.of(
            "abstract class Cart { void pay() {} native void fast(); abstract void open(); }");

    List<Finding> findings = shop.findings("Cart", method -> !method.isInitializer());

    assertThat(findings).hasSize(2);
    assertThat(findings.get(0))
        .isInstanceOfSatisfying(
            Finding.Guarded.class,
            guarded -> {
              assertThat(guarded.method().name()).isEqualTo("pay");
              assertThat(guarded.declarations()).isEmpty();
            });
    assertThat(findings.get(1))
        .isInstanceOfSatisfying(
            Finding.Unweavable.class,
            unweavable ->
                assertThat(unweavable.problem().message())
                    .isEqualTo(
                        "A rule on shop.Cart#fast: native (expected: a method in Java)."
                            + " Guard the method that calls it, or narrow the rule."));
  }

  private static byte[] old(int version) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(version, 0, "shop/Old", null, "java/lang/Object", null);
    body(writer, "pay", "()Ljava/lang/Object;");
    return writer.toByteArray();
  }

  private static void body(ClassWriter writer, String name, String descriptor) {
    MethodVisitor method = writer.visitMethod(0, name, descriptor, null, null);
    AnnotationVisitor retry = method.visitAnnotation("Ldev/holdfast/Retry;", true);
    retry.visit("maxAttempts", 2);
    retry.visitEnd();
    method.visitCode();
    method.visitInsn(Opcodes.ACONST_NULL);
    method.visitInsn(Opcodes.ARETURN);
    method.visitMaxs(1, 4);
    method.visitEnd();
  }
}
