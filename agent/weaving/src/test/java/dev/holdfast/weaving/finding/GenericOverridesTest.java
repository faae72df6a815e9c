package dev.holdfast.weaving.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.weaving.model.ClassFileReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An override by other erased parameters is found by its type arguments, else by its bridge. */
final class GenericOverridesTest {

  private static final String PORT =
      """
      class Order {}
      interface Port<T> { @Retry void send(T t); @Fallback void send(T[] t, java.util.List<T> l); }
      """;

  @Test
  void matchesByTypeArguments() {
    Sources shop =
        Sources.of(
            PORT
                + """
                class Impl implements Port<Order> {
                  public void send(Order o) {}
                  public void send(String s) {}
                  public void send(Order[] t, java.util.List<Order> l) {}
                }
                """);

    assertThat(shop.findings("Impl"))
        .extracting(each -> ((Finding.Guarded) each).method().descriptor())
        .containsExactly("(Lshop/Order;)V", "([Lshop/Order;Ljava/util/List;)V");
  }

  @Test
  void matchesThroughTypesBetween() {
    Sources shop =
        Sources.of(
            PORT
                + """
                interface OrderPort<X, O extends Order> extends Port<O> {}
                abstract class Base<S> implements OrderPort<S, Order> {
                  public void send(Order o) {}
                }
                class Impl extends Base<String> {
                  public void send(Order o) {}
                  public void send(Order[] t, java.util.List<Order> l) {}
                }
                """);

    assertThat(shop.guards("Impl"))
        .isEqualTo(
            Map.of(
                "send",
                List.of(
                    "fallback{} by @Fallback on shop.Port#send(java.lang.Object[],java.util.List)")));
    assertThat(shop.findings("Impl")).hasSize(2);
  }

  @Test
  void matchesMethodsWithVariablesOfTheirOwnAndCovariantReturns() {
    Sources shop =
        Sources.of(
            """
            interface Port<T> { @Retry <X extends T> Object swap(X x, T t); }
            class Impl implements Port<Number> {
              public <X extends Number> String swap(X x, Number t) { return ""; }
            }
            class Raw implements Port {
              public Object swap(Object x, Object t) { return ""; }
            }
            """);

    assertThat(shop.guards("Impl").get("swap"))
        .containsExactly("retry{} by @Retry on shop.Port#swap");
    assertThat(shop.guards("Raw").get("swap"))
        .containsExactly("retry{} by @Retry on shop.Port#swap");
  }

  @Test
  void guardsTheBodyAndNotTheBridge() {
    Sources shop =
        Sources.of(
            """
            abstract class Top<T> { abstract Object make(T t); }
            class Impl extends Top<String> { @Retry String make(String t) { return t; } }
            """);

    assertThat(shop.findings("Impl"))
        .extracting(each -> ((Finding.Guarded) each).method().descriptor())
        .containsExactly("(Ljava/lang/String;)Ljava/lang/String;");
  }

  @Test
  void matchesByTheBridgeWhereSignaturesAreLost() {
    Sources whole =
        Sources.of(
            PORT
                + """
                class Impl implements Port<Order> {
                  public void send(Order o) {}
                  public void send(Order[] t, java.util.List<Order> l) {}
                }
                """);
    Map<String, byte[]> classes = new HashMap<>(whole.classes());
    classes.replaceAll((name, bytes) -> withoutSignatures(bytes));

    assertThat(new Sources(classes).findings("Impl")).hasSize(2);
    assertThat(ClassFileReader.read(classes.getOrDefault("shop.Impl", new byte[0])).variables())
        .isEmpty();
  }

  private static byte[] withoutSignatures(byte[] bytes) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public void visit(
                  int version,
                  int access,
                  String name,
                  @Nullable String signature,
                  @Nullable String superName,
                  String @Nullable [] interfaces) {
                super.visit(version, access, name, null, superName, interfaces);
              }

              @Override
              public MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  @Nullable String signature,
                  String @Nullable [] exceptions) {
                return super.visitMethod(access, name, descriptor, null, exceptions);
              }
            },
            0);
    return writer.toByteArray();
  }
}
