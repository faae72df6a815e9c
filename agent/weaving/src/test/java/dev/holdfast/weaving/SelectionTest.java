package dev.holdfast.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.weaving.rewrite.Manner;
import org.junit.jupiter.api.Test;

/** What is woven of classes, and what it leaves as it was. */
final class SelectionTest {

  @Test
  void bodiesHideNoInheritedMethod() throws Exception {
    WovenSources shop =
        new WovenSources(
            "",
            """
            class Base {
              String send(int order, short port) { return "by port " + port; }
            }
            interface Post {
              default String post(short stamp) { return "stamped " + stamp; }
            }
            class Client extends Base implements Post {
              @Retry String send(int order) { return send(order, (short) 7); }
              @Retry String post() { return post((short) 1); }
            }
            public class Main implements java.util.function.Supplier<String> {
              public String get() {
                Client client = new Client();
                return client.send(1) + ", " + client.send(1, (short) 9) + ", " + client.post();
              }
            }
            """);

    assertThat(shop.answer("Main")).isEqualTo("by port 7, by port 9, stamped 1");
    assertThat(shop.problems()).isEmpty();
  }

  @Test
  void aRuleForAnInterfaceHoldsForTheProxiesOfWhatExtendsIt() {
    WovenSources shop =
        new WovenSources(
            "rule.p.match=shop.BaseClient#ping,rule.p.retry=on",
            """
            interface BaseClient { String ping(); }
            interface PayClient extends BaseClient {}
            final class $Proxy7 extends java.lang.reflect.Proxy implements PayClient {
              $Proxy7(java.lang.reflect.InvocationHandler handler) { super(handler); }
              public final String ping() { return ""; }
            }
            """);

    assertThat(shop.selected("$Proxy7", Manner.MOVED).shape().methods())
        .containsExactly("ping()Ljava/lang/String;");
  }

  @Test
  void aHandlerThatIsSynchronizedKeepsTheSerialVersionOfItsClass() {
    WovenSources shop =
        new WovenSources(
            "",
            """
            class Handler implements java.lang.reflect.InvocationHandler, java.io.Serializable {
              public synchronized Object invoke(
                  Object proxy, java.lang.reflect.Method method, Object[] arguments) {
                begin();
                commit();
                return null;
              }
              void begin() {}
              void commit() {}
            }
            """);

    assertThat(shop.selected("Handler", Manner.MOVED).shape().manner())
        .isEqualTo(Manner.MOVED_WITH_UID);
  }

  @Test
  void aMethodThatHasNoRoomLeftCostsTheOthersNoGuard() {
    WovenSources shop =
        new WovenSources(
            "",
            """
            class Cart {
              @Retry static void large() { int a = 0, b = 0, c = 0, d = 1; %s }
              @Retry static void small() {}
            }
            """
                .formatted("d = d + d; ".repeat(12_000)));

    assertThat(shop.selected("Cart", Manner.MOVED).shape().methods()).containsExactly("small()V");
    assertThat(shop.problems())
        .containsExactly(
            "@Retry on shop.Cart#large: code that has no room for what weaving adds (expected: at"
                + " most 65,535 bytes of it when it is woven). Split it, or remove @Retry.");
    assertThat(shop.selected("Cart", Manner.IN_PLACE).shape().methods())
        .containsExactlyInAnyOrder("large()V", "small()V");
  }
}
