package dev.holdfast.core.policy.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.policy.breaker.SharedNames.Conflict;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharedNamesTest {

  private static final Map<String, Object> TEN = Map.of("window", 10);
  private static final Map<String, Object> TWENTY = Map.of("window", 20);

  private final Object era = new Object();
  private final SharedNames names = new SharedNames();

  @Test
  void equalSettingsAgree() {
    assertThat(register("shop.A#pay", era, TEN)).isEmpty();
    assertThat(register("shop.B#pay", era, TEN)).isEmpty();
  }

  @Test
  void otherSettingsConflictHoweverOftenTheyAreCompiled() {
    register("shop.A#pay", era, TEN);

    Optional<Conflict> first = register("shop.B#pay", era, TWENTY);
    Optional<Conflict> again = register("shop.B#pay", era, TWENTY);

    assertThat(first).hasValue(new Conflict("window", "shop.A#pay", 10));
    assertThat(again).isEqualTo(first);
  }

  @Test
  void anotherNameIsAnotherBreaker() {
    register("shop.A#pay", era, TEN);

    assertThat(names.register("other", "shop.B#pay", era, TWENTY)).isEmpty();
  }

  @Test
  void aChangeThatReachesAllIsNoConflictInAnyOrder() {
    register("shop.A#pay", era, TEN);
    register("shop.B#pay", era, TEN);
    Object changed = new Object();

    assertThat(register("shop.B#pay", changed, TWENTY)).isEmpty();
    assertThat(register("shop.A#pay", changed, TWENTY)).isEmpty();
  }

  @Test
  void aChangeThatReachesOneIsAConflictInAnyOrder() {
    register("shop.A#pay", era, TEN);
    register("shop.B#pay", era, TEN);
    Object changed = new Object();

    register("shop.A#pay", changed, TEN);

    assertThat(register("shop.B#pay", changed, TWENTY))
        .hasValue(new Conflict("window", "shop.A#pay", 10));
  }

  @Test
  void aChangeThatIsRefusedLeavesWhatWasInForce() {
    register("shop.A#pay", era, TEN);

    register("shop.A#pay", new Object(), TWENTY);

    assertThat(register("shop.B#pay", era, TWENTY))
        .hasValue(new Conflict("window", "shop.A#pay", 10));
  }

  @Test
  void anApplicationThatIsDeployedAnewWithOtherSettingsTakesThePlaceOfTheOldOne() {
    register("shop.A#pay", era, TEN);
    register("shop.B#pay", era, TEN);

    assertThat(register("shop.A#pay", era, TWENTY)).isEmpty();
    assertThat(register("shop.B#pay", era, TWENTY)).isEmpty();
  }

  private Optional<Conflict> register(String place, Object when, Map<String, Object> settings) {
    return names.register("payments", place, when, settings);
  }
}
