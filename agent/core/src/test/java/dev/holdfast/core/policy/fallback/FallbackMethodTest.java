package dev.holdfast.core.policy.fallback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.Fallback;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which method stands in, on what it is called, and with what. */
final class FallbackMethodTest {

  private final Shop shop = new Shop("main street");

  @Test
  void aPrivateMethodRunsOnTheTargetItself() throws Throwable {
    assertThat(Guarded.method(Shop.class, "greet").failing(new IOException(), shop, "Ann", 3L))
        .isEqualTo("main street greets Ann 3 times");
  }

  @Test
  void theOverloadWithTheClosestFailureWins() throws Throwable {
    Guarded price = Guarded.method(Shop.class, "price");

    assertThat(price.failing(new FileNotFoundException("f"), shop, "tea")).isEqualTo("tea: io f");
    assertThat(price.failing(new IllegalStateException("s"), shop, "tea")).isEqualTo("tea: s");
    assertThat(price.failing(new Exception("e"), shop, "tea")).isEqualTo("tea: plain");
  }

  @Test
  void theFailureIsHandedOverRaw() throws Throwable {
    Guarded price = Guarded.method(Shop.class, "price");
    IOException raw = new IOException("raw");

    assertThat(price.failing(new CompletionException(raw), shop, "tea")).isEqualTo("tea: io raw");
    assertThat(price.failing(new InvocationTargetException(raw), shop, "tea"))
        .isEqualTo("tea: io raw");
  }

  @Test
  void anOverloadThatTakesExactlyTheCarrierGetsIt() throws Throwable {
    CompletionException carrier = new CompletionException(new IOException());

    assertThat(Guarded.method(Shop.class, "carried").failing(carrier, shop)).isSameAs(carrier);
  }

  @Test
  void aFailureThatNoOverloadTakesIsNotCovered() {
    Guarded stock = Guarded.method(Shop.class, "stock");
    UncheckedIOException failure = new UncheckedIOException(new IOException());

    assertThatThrownBy(() -> stock.failing(failure, shop)).isSameAs(failure);
    assertThat(stock.outcomes()).containsEntry("fallback.not-covered", 1L);
    assertThat(stock.notes())
        .containsExactly(
            "@Fallback: covers only java.io.IOException, because no overload of noStock takes other"
                + " failures");
  }

  @Test
  void aSubclassMayOverrideTheFallback() throws Throwable {
    assertThat(Guarded.method(Shop.class, "open").failing(new IOException(), new Kiosk()))
        .isEqualTo("kiosk");
  }

  @Test
  void aStaticMethodStandsInForBoth() throws Throwable {
    assertThat(Guarded.method(Shop.class, "count").failing(new IOException(), shop, 7))
        .isEqualTo(7L);
    assertThat(Guarded.method(Shop.class, "countAll").failing(new IOException(), 7)).isEqualTo(7L);
  }

  @Test
  void anInheritedMethodStandsIn() throws Throwable {
    Guarded sell = Guarded.method(Kiosk.class, "sell");

    assertThat(sell.failing(new IOException(), new Kiosk(), "tea")).isEqualTo("no tea here");
  }

  @Test
  void anInheritedGenericMethodStandsInAsItStandsInTheSubclass() throws Throwable {
    Guarded find = Guarded.method(Kiosk.class, "find");

    assertThat(find.failing(new IOException(), new Kiosk(), 17L)).isEqualTo("nothing for 17");
  }

  @Test
  void aStaticMethodOfAnotherClassStandsIn() throws Throwable {
    Guarded away = Guarded.method(Shop.class, "away");

    assertThat(away.failing(new IOException("why"), shop, List.of("a", "b"), new int[] {1}))
        .isEqualTo("2 1 why");
  }

  @Test
  void aNestedClassMayBeWrittenWithDotsAndHideItsMethod() throws Throwable {
    assertThat(Guarded.method(Shop.class, "hidden").failing(new IOException(), shop))
        .isEqualTo("from a nest mate");
  }

  @Test
  void aMethodOfAnInterfaceHasOneThere() throws Throwable {
    assertThat(Guarded.method(Port.class, "ask").failing(new IOException(), new Kiosk(), 2))
        .isEqualTo(-2);
    assertThat(Guarded.method(Port.class, "askPrivately").failing(new IOException(), new Kiosk()))
        .isEqualTo("private of Port");
  }

  @Test
  void whatAVoidMethodIsAnsweredIsDropped() throws Throwable {
    assertThat(Guarded.method(Shop.class, "close").failing(new IOException(), shop)).isNull();
    assertThat(shop.log).containsExactly("closed");
  }

  @Test
  void theFallbackOfATypeLeavesItselfAlone() {
    Guarded itself = Guarded.method(Everywhere.class, "none");

    assertThat(itself.layers()).isEmpty();
    assertThat(itself.notes())
        .containsExactly("@Fallback: not in force, because none is the fallback itself");
  }

  @Test
  void theFallbackOfATypeStandsInForItsOtherMethods() throws Throwable {
    assertThat(
            Guarded.method(Everywhere.class, "some").failing(new IOException(), new Everywhere()))
        .isEqualTo("none");
  }

  @Test
  void aMethodMayHaveAsManyParametersAsAHandleCan(@TempDir Path folder) throws Throwable {
    Class<?> wide = Wide.compile(folder);
    Object[] arguments = new Object[254];
    Arrays.fill(arguments, 1);
    arguments[0] = wide.getConstructor().newInstance();

    assertThat(Guarded.method(wide, "linked").failing(new IOException(), arguments)).isEqualTo(2);
  }

  interface Port<K, V> {

    @Fallback(method = "negative")
    default int ask(int value) {
      return value;
    }

    default int negative(int value) {
      return -value;
    }

    @Fallback(method = "secret")
    default String askPrivately() {
      return "";
    }

    @SuppressWarnings("UnusedMethod") // by name
    private String secret() {
      return "private of Port";
    }

    @SuppressWarnings("unchecked") // V is String wherever this is used
    default V orNothing(K key) {
      return (V) ("nothing for " + key);
    }
  }

  static class Shop {

    final List<String> log = new ArrayList<>();
    private final String name;

    Shop(String name) {
      this.name = name;
    }

    @Fallback(method = "hello")
    String greet(String guest, long times) {
      return guest + times;
    }

    @SuppressWarnings("UnusedMethod") // by name
    private String hello(String guest, long times) {
      return name + " greets " + guest + " " + times + " times";
    }

    @Fallback(method = "guess")
    String price(String item) {
      return item;
    }

    String guess(String item) {
      return item + ": plain";
    }

    String guess(String item, IOException failure) {
      return item + ": io " + failure.getMessage();
    }

    String guess(String item, RuntimeException failure) {
      return item + ": " + failure.getMessage();
    }

    @Fallback(method = "carrier")
    Object carried() {
      return "";
    }

    Object carrier(CompletionException failure) {
      return failure;
    }

    Object carrier(IOException failure) {
      return "not " + failure;
    }

    @Fallback(method = "noStock")
    int stock() {
      return 1;
    }

    int noStock(IOException failure) {
      return -1;
    }

    @Fallback(method = "shut")
    String open() {
      return "";
    }

    protected String shut() {
      return "shop";
    }

    @Fallback(method = "same")
    long count(int items) {
      return items;
    }

    @Fallback(method = "same")
    static long countAll(int items) {
      return items;
    }

    static Integer same(int items) {
      return items;
    }

    @Fallback(method = "dev.holdfast.core.policy.fallback.Elsewhere#answer")
    String away(List<String> texts, int... numbers) {
      return texts + " " + numbers.length;
    }

    @Fallback(method = "dev.holdfast.core.policy.fallback.FallbackMethodTest.Hidden#answer")
    String hidden() {
      return "";
    }

    @Fallback(method = "closed")
    void close() {}

    int closed() {
      log.add("closed");
      return 1;
    }

    String noTea(String item) {
      return "no " + item + " here";
    }
  }

  static final class Kiosk extends Shop implements Port<Long, String> {

    Kiosk() {
      super("kiosk");
    }

    @Override
    protected String shut() {
      return "kiosk";
    }

    @Fallback(method = "noTea")
    String sell(String item) {
      return item;
    }

    @Fallback(method = "orNothing")
    String find(Long key) {
      return "" + key;
    }
  }

  @Fallback(method = "none")
  static final class Everywhere {

    String some() {
      return "some";
    }

    String none() {
      return "none";
    }
  }

  @SuppressWarnings({"UnusedNestedClass", "UnusedMethod"}) // by name
  private static final class Hidden {

    private static String answer() {
      return "from a nest mate";
    }
  }
}
