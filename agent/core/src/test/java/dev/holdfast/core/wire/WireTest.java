package dev.holdfast.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.CallRefusedException;
import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Requests;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.Setting;
import dev.holdfast.core.time.FakeTime;
import dev.holdfast.core.wire.Outgoing.Header;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WireTest {

  private final FakeTime time = new FakeTime();

  @Test
  void addsNothingOutsideOfGuardedCalls() {
    assertThat(wire(Map.of()).begin("POST", "pay.example", "/charge", name -> null)).isNull();
  }

  @Test
  void addsNothingOutsideOfGuardedCallsWhileARequestIsServed() {
    Scope outer = Scopes.enter(keyed("k").withDeadline(inMillis(1500)));
    try {
      assertThat(wire(Map.of()).begin("POST", "pay.example", "/charge", name -> null)).isNull();
    } finally {
      Scopes.leave(outer);
    }
  }

  @Test
  void sendsTheKeyAndWhatIsLeft() {
    Outgoing outgoing = sent(Map.of(), keyed("k-1").withDeadline(inMillis(1500)), "POST");

    assertThat(outgoing)
        .isEqualTo(
            new Outgoing(
                List.of(
                    new Header("Idempotency-Key", "k-1"),
                    new Header("Holdfast-Deadline-Ms", "1500")),
                1_500_000_000));
  }

  @Test
  void countsTheKeyAsSentThatTheApplicationHasWrittenItself() {
    assertThat(Stream.of("17", "\"17\"", "u-u-i-d", "\"u-u-i-d\"")).allMatch(this::isCarriedAs);
    assertThat(Stream.of("mine", "17-2", "", "-")).noneMatch(this::isCarriedAs);
  }

  private boolean isCarriedAs(String own) {
    Scope scope = Scope.NONE.withKey("17", "u-u-i-d");
    Outgoing outgoing =
        inside(scope, () -> wire(Map.of()).begin("POST", "pay.example", "/charge", name -> own));
    assertThat(outgoing).isNull();
    return Objects.requireNonNull(scope.requests()).hasCarriedKey();
  }

  @Test
  void doesNotCountAKeyAsSentThatIsWithheldFromWhatMayHaveAnEffect() {
    Scope scope = keyed("k");
    Requests requests = Objects.requireNonNull(scope.requests());
    Header key = Objects.requireNonNull(sent(Map.of(), scope, "POST")).headers().get(0);

    Wire.withhold(new Header("Holdfast-Deadline-Ms", "1"), requests, "POST");
    Wire.withhold(key, requests, "get");
    boolean before = requests.hasCarriedKey();
    Wire.withhold(key, requests, "POST");

    assertThat(before).isTrue();
    assertThat(requests.hasCarriedKey()).isFalse();
  }

  @Test
  void sendsNoKeyByMethodsThatNeedNone() {
    assertThat(sent(Map.of(), keyed("k"), "GET")).isNull();
    assertThat(sent(Map.of("idempotency-key.methods", "put, Post"), keyed("k"), "PATCH")).isNull();
    assertThat(sent(Map.of("idempotency-key.methods", "put, Post"), keyed("k"), "PUT")).isNotNull();
  }

  @Test
  void sendsKeysByTheNameAndInTheFormThatAreAskedFor() {
    Map<String, String> settings =
        Map.of("idempotency-key.header", "PayPal-Request-Id", "idempotency-key.quoted", "true");

    assertThat(sent(settings, keyed("a\"b\\c"), "POST"))
        .isEqualTo(
            new Outgoing(
                List.of(new Header("PayPal-Request-Id", "\"a\\\"b\\\\c\"")), Outgoing.UNLIMITED));
  }

  @Test
  void showsItsHeadersToTheHostsThatAreNamed() {
    Map<String, String> settings = Map.of("headers.hosts", "other.example, *.PAY.example");
    Scope scope = keyed("k").withDeadline(inMillis(10));

    assertThat(at(settings, scope, "eu.pay.example")).hasSize(2);
    assertThat(at(settings, scope, "OTHER.example")).hasSize(2);
    assertThat(at(settings, scope, "pay.example.evil")).isEmpty();
    assertThat(at(Map.of("headers.hosts", "none"), scope, "other.example")).isEmpty();
  }

  @Test
  void refusesAKeyThatWouldBeMoreThanOneHeader() {
    assertThatThrownBy(() -> sent(Map.of(), keyed("a\r\nX-Admin: 1"), "POST"))
        .isExactlyInstanceOf(CallRefusedException.class)
        .hasMessage(
            "Idempotency-Key of POST pay.example/charge: U+000D at 1 (expected: at most 255"
                + " characters of printable ASCII). Nothing was sent. Make keys of such"
                + " characters, a UUID for example.");
  }

  @Test
  void refusesAKeyThatIsTooLong() {
    assertThat(sent(Map.of(), keyed("x".repeat(255)), "POST")).isNotNull();
    assertThatThrownBy(() -> sent(Map.of(), keyed("x".repeat(256)), "POST"))
        .isExactlyInstanceOf(CallRefusedException.class)
        .hasMessage(
            "Idempotency-Key of POST pay.example/charge: 256 characters (expected: at most 255"
                + " characters of printable ASCII). Nothing was sent. Make keys shorter.");
  }

  @Test
  void endsJustAfterTheLimitUnlessTheClientIsQuicker() {
    Outgoing outgoing = limited(20);

    assertThat(outgoing.timeoutMillis(0)).isEqualTo(21);
    assertThat(outgoing.timeoutMillis(5)).isEqualTo(5);
    assertThat(outgoing.left()).isEqualTo(Duration.ofMillis(21));
    assertThat(limited(-5).timeoutMillis(0)).isEqualTo(1);
  }

  private Outgoing limited(long millis) {
    return Objects.requireNonNull(sent(Map.of(), Scope.NONE.withDeadline(inMillis(millis)), "GET"));
  }

  private Deadline inMillis(long millis) {
    return Deadline.after(millis * 1_000_000, time, "shop.Cart#pay");
  }

  private static Scope keyed(String key) {
    return Scope.NONE.withKey(key);
  }

  private @Nullable Outgoing sent(Map<String, String> settings, Scope scope, String method) {
    return inside(
        scope, () -> wire(settings).begin(method, "pay.example", "/charge", name -> null));
  }

  private List<Header> at(Map<String, String> settings, Scope scope, String host) {
    return Objects.requireNonNull(
            inside(scope, () -> wire(settings).begin("POST", host, "/", name -> null)))
        .headers();
  }

  private static <T extends @Nullable Object> T inside(Scope scope, Supplier<T> action) {
    Scopes.track();
    Scope before = Scopes.begin();
    Scope outer = Scopes.enter(scope);
    try {
      return action.get();
    } finally {
      Scopes.leave(outer);
      Scopes.end(before);
    }
  }

  private Wire wire(Map<String, String> settings) {
    Configuration configuration =
        key ->
            Optional.ofNullable(settings.get(key.replace("holdfast.http.", "")))
                .map(value -> new Setting(value, new Origin.Configured(key, "test")));
    return Wire.of(configuration, time);
  }
}
