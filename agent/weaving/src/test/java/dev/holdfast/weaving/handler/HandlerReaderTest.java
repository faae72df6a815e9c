package dev.holdfast.weaving.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.weaving.finding.Glance;
import dev.holdfast.weaving.model.ClassBytes;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlerReaderTest {

  private static final String INVOKE =
      "invoke(Ljava/lang/Object;Ljava/lang/reflect/Method;[Ljava/lang/Object;)Ljava/lang/Object;";
  private static final String FORWARD = "return method.invoke(target, arguments);";

  @Test
  void tellsHandlersThatBeginTransactionsFromOthers() {
    assertThat(named("A", "connection.commit(); " + FORWARD))
        .containsExactly(new HandlerBody(INVOKE, true, false));
    assertThat(named("A", FORWARD)).containsExactly(new HandlerBody(INVOKE, false, false));
    assertThat(named("TransactionHandler", FORWARD))
        .containsExactly(new HandlerBody(INVOKE, true, false));
  }

  @Test
  void suspectsAuthorisationWhereItIsSpokenOf() {
    assertThat(named("A", "checkRoles(); connection.commit(); " + FORWARD))
        .containsExactly(new HandlerBody(INVOKE, true, true));
    assertThat(named("A", "if (method == null) throw new SecurityException(); " + FORWARD))
        .containsExactly(new HandlerBody(INVOKE, false, true));
  }

  @Test
  void suspectsNobodyWhoOnlyCallsByReflection() {
    String body = "method.setAccessible(true); connection.rollback(); " + FORWARD;

    assertThat(named("A", "try { " + body + " } catch (IllegalAccessException no) { throw no; }"))
        .containsExactly(new HandlerBody(INVOKE, true, false));
  }

  @Test
  void leavesHandlersThatCallOnOtherThreadsAlone() {
    String elsewhere =
        "connection.commit(); return java.util.concurrent.Executors.newCachedThreadPool()"
            + ".submit(() -> method.invoke(target, arguments)).get();";

    assertThat(named("A", elsewhere)).containsExactly(new HandlerBody(INVOKE, false, false));
  }

  @Test
  void readsLambdasWithWhatTheyCallAndWithNothingElse() {
    byte[] lambdas =
        compiled(
            "Transactions",
            """
            package shop;
            import java.lang.reflect.*;
            class Transactions {
              static InvocationHandler logging(Object target) {
                return (proxy, method, arguments) -> method.invoke(target, arguments);
              }
              static InvocationHandler beginning(Object target) {
                return (proxy, method, arguments) -> within(target, method, arguments);
              }
              static Object within(Object target, Method method, Object[] arguments) throws Exception {
                Object result = method.invoke(target, arguments);
                commit();
                return result;
              }
              static void commit() {}
            }
            """);

    assertThat(HandlerReader.read(lambdas).stream().map(HandlerBody::beginsTransaction))
        .containsExactlyInAnyOrder(false, true);
    assertThat(Glance.at(lambdas).namesHandlers()).isTrue();
  }

  @Test
  void isAskedOfNoOtherClasses() {
    assertThat(Glance.at(ClassBytes.of(HandlerReaderTest.class)).namesHandlers()).isFalse();
  }

  private static List<HandlerBody> named(String name, String body) {
    return HandlerReader.read(
        compiled(
            name,
            """
            package shop;
            import java.lang.reflect.*;
            class %s implements InvocationHandler {
              Object target;
              java.sql.Connection connection;
              public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
                %s
              }
              void checkRoles() {}
            }
            """
                .formatted(name, body)));
  }

  private static byte[] compiled(String name, String source) {
    return ClassBytes.compiled(source).getOrDefault("shop." + name, new byte[0]);
  }
}
