package dev.holdfast.core.keypath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.call.ServedRequest;
import dev.holdfast.core.event.Events;
import dev.holdfast.core.pipeline.Access;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.pipeline.States;
import dev.holdfast.core.plan.Attributes;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.time.FakeTime;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.core.type.ParameterModel;
import dev.holdfast.core.type.ReflectedModels;
import dev.holdfast.core.view.GuardCounts;
import java.lang.invoke.MethodHandles;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key path may say, what it reads, and how it is reported when it cannot be. */
final class KeyPathTest {

  private static final UUID ID = UUID.fromString("8c2f7c5e-0000-4000-8000-0123456789ab");
  private static final Order ORDER =
      new Order(ID, new Customer("eve"), Optional.of(7), Map.of("tenant", "acme"), State.OPEN);

  private final Attributes attributes = mock();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          order.id,                              8c2f7c5e-0000-4000-8000-0123456789ab
          #0.id,                                 8c2f7c5e-0000-4000-8000-0123456789ab
          order.state,                           OPEN
          order.state.ordinal,                   0
          order.customer.name,                   eve
          order.customer.vip,                    true
          order.customer.secret,                 eve's
          order.customer,                        "Customer eve"
          order.table,                           7
          order.attributes.tenant,               acme
          order.envelope.body.name,              eve
          order.envelope.inherited,              8c2f7c5e-0000-4000-8000-0123456789ab
          order.limit,                           9
          amount,                                12.50
          #1.scale,                              2
          " order.state+':'+amount ",            OPEN:12.50
          "'it''s '+ order.customer.name",       it's eve
          """)
  void readsStepsThroughAccessorsFieldsMapsAndOptionals(String path, String key) throws Throwable {
    assertThat(read("pay", path, ORDER, new BigDecimal("12.50"))).isEqualTo(key);
  }

  @Test
  void readsDatesAsMomentsThatNoTimeZoneChanges() throws Throwable {
    assertThat(read("note", "at", Date.from(Instant.ofEpochMilli(1_700_000_000_123L))))
        .isEqualTo("2023-11-14T22:13:20.123Z");
    assertThat(read("note", "at", Timestamp.from(Instant.ofEpochSecond(0, 1_234))))
        .isEqualTo("1970-01-01T00:00:00.000001234Z");
  }

  @Test
  void readsTheArgumentsOfStaticMethods() throws Throwable {
    assertThat(read("refund", "customer + ':' + number", "eve", 17L)).isEqualTo("eve:17");
  }

  @Test
  void readsWhatTheRuntimeClassAnswers() throws Throwable {
    assertThat(
            read(
                "greet",
                "customer.name",
                new Customer("eve") {
                  @Override
                  public String getName() {
                    return "mallory";
                  }
                }))
        .isEqualTo("mallory");
  }

  @Test
  void readsAHeaderOfTheServedRequest() throws Throwable {
    ServedRequest request = mock();
    when(request.header("Idempotency-Key")).thenReturn("abc");
    Scope outer = Scopes.enter(Scope.NONE.serving(request));
    try {
      assertThat(read("pay", "header:Idempotency-Key")).isEqualTo("abc");
      assertThat(read("pay", "header:Other")).isNull();
    } finally {
      Scopes.leave(outer);
    }
  }

  @Test
  void missesAKeyWhereAnythingOnTheWayIsNullOrTheWholeIsBlank() throws Throwable {
    Order bare = new Order(ID, null, Optional.empty(), Map.of(), State.OPEN);

    assertThat(read("pay", "order.id", null, BigDecimal.ONE)).isNull();
    assertThat(read("pay", "order.customer.name", bare, BigDecimal.ONE)).isNull();
    assertThat(read("pay", "order.table", bare, BigDecimal.ONE)).isNull();
    assertThat(read("pay", "order.attributes.tenant", bare, BigDecimal.ONE)).isNull();
    assertThat(read("pay", "order.customer.name + ':' + amount", bare, BigDecimal.ONE)).isNull();
    assertThat(read("refund", "customer", " \t", 17L)).isNull();
    assertThat(read("pay", "header:Idempotency-Key")).isNull();
  }

  @Test
  void passesOnWhatAnAccessorThrowsAsTheApplicationsOwn() {
    IllegalStateException broken = new IllegalStateException("closed");
    Call call =
        new Call(
            new Object[] {
              new Shop(),
              new Customer("eve") {
                @Override
                public String getName() {
                  throw broken;
                }
              }
            });

    assertThatThrownBy(() -> bound("greet", "customer.name").read(call)).isSameAs(broken);
    assertThat(call.thrown()).isSameAs(broken);
  }

  @Test
  void knowsWhetherItIsAWholeArgumentOrAHeader() {
    assertThat(compiled("pay", "amount").parameter()).isEqualTo(OptionalInt.of(1));
    assertThat(compiled("pay", "order.id").parameter()).isEmpty();
    assertThat(compiled("pay", "amount + amount").parameter()).isEmpty();
    assertThat(compiled("pay", "header:Idempotency-Key").isHeader()).isTrue();
    assertThat(compiled("pay", "amount").isHeader()).isFalse();
  }

  @Test
  void isNoProblemWhereNothingIsWritten() {
    when(attributes.text("key")).thenReturn(" ");

    assertThat(KeyPath.compile(attributes, "key", method("pay"))).isEmpty();
    verify(attributes).text("key");
    verifyNoMoreInteractions(attributes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          order.             | a step is missing at character 7
          order id           | a + is missing at character 7
          order +            | a parameter is missing at character 8
          + order            | a parameter is missing at character 1
          #                  | a parameter is missing at character 1
          'a' + 'b           | a quote is not closed at character 7
          'a'                | it names no parameter, so that every call had the same key
          header:            | '' is no name of a header
          header:a b         | 'a b' is no name of a header
          order.id()         | a + is missing at character 9
          """)
  void reportsWhereAMalformedPathStops(String path, String reason) {
    assertRejected(
        "pay",
        path,
        "a key path; " + reason,
        "Write it like order.id, #0.id, customer + ':' + order.id or header:NAME.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ordr.id           | pay has no parameter ordr              | Did you mean order?
          #2.id             | pay has no #2                          | Its parameters are #0 to #1.
          order.idd         | order is ORDER, which has no idd       | Did you mean id?
          order.id.versio    | order.id is java.util.UUID, which has no versio | Did you mean version?
          order.customer.nam | order.customer is CUSTOMER, which has no nam | Did you mean name?
          order.total.x     | order.total is long, which has no x    | End the path before it.
          order.tags.x      | order.tags is java.lang.String[], which has no x | End the path before it.
          order.prices.a    | order.prices is java.util.Map<java.lang.Integer, java.lang.String>, whose keys are no texts | End the path before it.
          order.tags        | order.tags is java.lang.String[], which has no text of its own | End the path at a number, a text or an enum.
          order.anything    | order.anything is java.lang.Object, which has no text of its own | End the path at a number, a text or an enum.
          order.envelope    | order.envelope is ENVELOPE<CUSTOMER>, which has no text of its own | Go on with a step of it, order.envelope.body.
          """)
  void reportsWhatResolvedAndWhereItStopped(String path, String reason, String remedy) {
    String expected =
        reason
            .replace("ORDER", Order.class.getName())
            .replace("ENVELOPE", Envelope.class.getName())
            .replace("CUSTOMER", Customer.class.getName());

    assertRejected("pay", path, "a key path; " + expected, remedy);
  }

  @Test
  void resolvesIndexesOnlyWhereTheClassFileHoldsNoNames() {
    GuardedMethod nameless = nameless(method("pay"));
    when(attributes.text("key")).thenReturn("order.id", "#0.id");

    assertThat(KeyPath.compile(attributes, "key", nameless)).isEmpty();
    verify(attributes)
        .reject(
            "key",
            "a key path; the class file holds no parameter names",
            "Write #0 for the first parameter, or compile with -parameters or -g.");
    assertThat(KeyPath.compile(attributes, "key", nameless)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"order", "#0"})
  void reportsAMethodWithoutParameters(String path) {
    assertRejected(
        "idle",
        path,
        "a key path; idle has no " + (path.equals("#0") ? path : "parameter order"),
        "A method without parameters takes its key from header:NAME only.");
  }

  private void assertRejected(String method, String path, String expected, String remedy) {
    when(attributes.text("key")).thenReturn(path);

    assertThat(KeyPath.compile(attributes, "key", method(method))).isEmpty();
    verify(attributes).reject("key", expected, remedy);
  }

  private @Nullable String read(String method, String path, @Nullable Object... arguments)
      throws Throwable {
    boolean isStatic = method(method).method().isStatic();
    @Nullable Object[] all =
        isStatic
            ? arguments
            : Stream.concat(Stream.of(new Shop()), Arrays.stream(arguments)).toArray();
    return bound(method, path).read(new Call(all));
  }

  private PathReader bound(String method, String path) {
    Access access = type -> MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    Services services =
        new Services(
            new FakeTime(),
            Runnable::run,
            new Events(),
            new States(),
            access,
            key -> Optional.empty());
    return compiled(method, path)
        .bind(
            new Binding(
                "shop", method(method), MethodHandles.lookup(), new GuardCounts(), services));
  }

  private KeyPath compiled(String method, String path) {
    when(attributes.text("key")).thenReturn(path);
    return KeyPath.compile(attributes, "key", method(method)).orElseThrow();
  }

  private static GuardedMethod method(String name) {
    return ReflectedModels.guarded(Shop.class, name);
  }

  private static GuardedMethod nameless(GuardedMethod method) {
    MethodModel model = method.method();
    List<ParameterModel> parameters =
        model.parameters().stream()
            .map(each -> new ParameterModel(Optional.empty(), each.type(), each.annotations()))
            .toList();
    return new GuardedMethod(
        method.owner(),
        new MethodModel(
            model.name(),
            model.descriptor(),
            model.modifiers(),
            parameters,
            model.returnType(),
            model.annotations()),
        method.types());
  }

  enum State {
    OPEN
  }

  static class Customer {
    private final String name;
    private final String secret;

    Customer(String name) {
      this.name = name;
      secret = name + "'s";
    }

    public String getName() {
      return name;
    }

    public boolean isVip() {
      return !secret.isEmpty();
    }

    @Override
    public String toString() {
      return "Customer " + name;
    }
  }

  interface Identified<I> {
    I getInherited();
  }

  interface Envelope<T> extends Identified<UUID> {
    T body();
  }

  record Order(
      UUID id,
      @Nullable Customer customer,
      Optional<Integer> table,
      Map<String, String> attributes,
      State state) {

    Envelope<Customer> envelope() {
      return new Envelope<>() {
        @Override
        public Customer body() {
          return new Customer("eve");
        }

        @Override
        public UUID getInherited() {
          return id;
        }
      };
    }

    OptionalLong limit() {
      return OptionalLong.of(9);
    }

    long total() {
      return 1;
    }

    String[] tags() {
      return new String[0];
    }

    Map<Integer, String> prices() {
      return Map.of();
    }

    Object anything() {
      return this;
    }
  }

  static final class Shop {

    void pay(Order order, BigDecimal amount) {}

    static void refund(String customer, long number) {}

    void greet(Customer customer) {}

    void note(Date at) {}

    void idle() {}
  }
}
