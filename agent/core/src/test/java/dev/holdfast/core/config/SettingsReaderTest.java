package dev.holdfast.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.LimitFactory;
import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.core.plan.Setting;
import dev.holdfast.core.plan.ToyFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {

  private static final PolicyCatalog CATALOG =
      new PolicyCatalog(List.of(new ToyFactory(), new LimitFactory()));
  private static final String MATCH = "holdfast.rule.pay.match";

  private final SettingsReader reader = new SettingsReader(() -> CATALOG);
  private Source live = Source.empty("set");
  private Source properties = Source.empty("system property");
  private Source arguments = Source.empty("agent argument");
  private Map<String, String> environment = Map.of();
  private Source file = Source.empty("file app.properties");

  @Test
  void withoutAnyKeyNobodyAsksForThePolicies() {
    List<String> asked = new ArrayList<>();
    SettingsReader lazy =
        new SettingsReader(
            () -> {
              asked.add("catalog");
              return CATALOG;
            });
    properties = properties.with("holdfast.enabled", "false").with("holdfast.log", "debug");

    Settings settings = lazy.read(sources()).settings();

    assertThat(asked).isEmpty();
    assertThat(settings.isEnabled()).isFalse();
    assertThat(settings.logLevel()).isEqualTo(LogLevel.DEBUG);
  }

  @Test
  void whatNobodySetIsAsTheContractSays() {
    Configuration none = read();

    assertThat(none.isEnabled()).isTrue();
    assertThat(none.mode()).isEqualTo(Mode.ENFORCE);
    assertThat(none.onError()).isEqualTo(OnError.CONTINUE);
    assertThat(none.logLevel()).isEqualTo(LogLevel.INFO);
    assertThat(none.logTarget()).isEqualTo("stderr");
    assertThat(none.shutdownGrace()).isEqualTo(Duration.ofSeconds(2));
    assertThat(none.budget("shop.Cart")).isEqualTo(BudgetLimit.DEFAULT);
    assertThat(none.rules().all()).isEmpty();
  }

  @Test
  void eachSourceBeatsTheOnesBelow() {
    file = file.with("holdfast.toy.max-tries", "1");
    assertThat(maxTries()).isEqualTo(setting("1", "file app.properties"));

    environment = Map.of("HOLDFAST_TOY_MAX_TRIES", "2");
    assertThat(maxTries()).isEqualTo(setting("2", "environment HOLDFAST_TOY_MAX_TRIES"));

    arguments = arguments.with("holdfast.toy.max-tries", "3");
    assertThat(maxTries()).isEqualTo(setting("3", "agent argument"));

    properties = properties.with("holdfast.toy.max-tries", "4");
    assertThat(maxTries()).isEqualTo(setting("4", "system property"));

    live = live.with("holdfast.toy.max-tries", "5");
    assertThat(maxTries()).isEqualTo(setting("5", "set"));
  }

  @Test
  void wordsMayBeWrittenInAnyCase() {
    properties =
        properties
            .with("holdfast.mode", "Observe")
            .with("holdfast.on-error", "ABORT")
            .with("holdfast.toy.enabled", "False");

    Configuration settings = read();

    assertThat(settings.mode()).isEqualTo(Mode.OBSERVE);
    assertThat(settings.onError()).isEqualTo(OnError.ABORT);
    assertThat(settings.text("holdfast.toy.enabled", "true")).isEqualTo("false");
  }

  @Test
  void aRuleIsReadFromItsKeysWhereverTheyAreSet() {
    properties = properties.with(MATCH, "shop.Cart#pay; shop.Cart#refund");
    file = file.with("holdfast.rule.pay.toy.max-tries", "5").with("holdfast.rule.pay.limit", "off");

    Rule rule = read().rules().all().get(0);

    Origin tries = origin("holdfast.rule.pay.toy.max-tries");
    assertThat(rule.id()).isEqualTo("pay");
    assertThat(rule.patterns())
        .extracting(MethodPattern::toString)
        .containsExactly("shop.Cart#pay", "shop.Cart#refund");
    assertThat(rule.on())
        .containsExactly(
            new Declaration("toy", Map.of("maxTries", new Setting("5", tries)), tries));
    assertThat(rule.off()).isEqualTo(Map.of("limit", origin("holdfast.rule.pay.limit")));
  }

  @Test
  void offBeatsAttributesOfTheSameRule() {
    file =
        file.with(MATCH, "shop.Cart#pay")
            .with("holdfast.rule.pay.toy", "off")
            .with("holdfast.rule.pay.toy.max-tries", "5");

    Rule rule = read().rules().all().get(0);

    assertThat(rule.on()).isEmpty();
    assertThat(rule.off()).containsOnlyKeys("toy");
  }

  @Test
  void aPolicyWithAValueThatMustBeGivenTakesItInPlaceOfOn() {
    file = file.with(MATCH, "shop.Cart#pay").with("holdfast.rule.pay.limit", "2s");

    Rule rule = read().rules().all().get(0);

    Origin key = origin("holdfast.rule.pay.limit");
    assertThat(rule.on())
        .containsExactly(new Declaration("limit", Map.of("value", new Setting("2s", key)), key));
  }

  @Test
  void theShortAndTheLongFormOfOneValueMustAgree() {
    file =
        file.with(MATCH, "shop.Cart#pay")
            .with("holdfast.rule.pay.limit", "2s")
            .with("holdfast.rule.pay.limit.value", "3s");

    assertThat(problems())
        .containsExactly(
            "holdfast.rule.pay.limit: 2s, but holdfast.rule.pay.limit.value: 3s (expected: one"
                + " value). Remove one of the keys.");
  }

  @Test
  void aBudgetIsFoundByItsNameElseTheDefaultOneIsMeant() {
    file = file.with("holdfast.budget.default", "off").with("holdfast.budget.shop.Cart", "5/s");

    Configuration settings = read();

    assertThat(settings.budget("shop.Cart")).isEqualTo(new BudgetLimit(0, 5, false));
    assertThat(settings.budget("shop.Other")).isEqualTo(BudgetLimit.OFF);
    assertThat(settings.budget(null)).isEqualTo(BudgetLimit.OFF);
  }

  @Test
  void variablesOfTheEnvironmentStandForKeysInAnyCase() {
    file = file.with("holdfast.rule.payClient.toy", "on");
    environment =
        Map.of(
            "HOLDFAST_RULE_PAYCLIENT_MATCH", "shop.Cart#pay",
            "holdfast_rule_payclient_toy_max_tries", "5",
            "HOLDFAST_ON_ERROR", "abort",
            "HOLDFAST_BUDGET_SHOP_CART", "off",
            "HOLDFAST_STORE_ORDERS", "memory",
            "HOLDFAST_STORE_ORDERS_PASSWORD_FILE", "/run/secrets/orders",
            "HOLDFAST_HTTP_IDEMPOTENCY_KEY_METHODS", "POST",
            "HOLDFAST_HOME", "/opt/holdfast");

    Reading reading = reader.read(sources());
    Settings settings = reading.settings();

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.warnings())
        .containsExactly(
            "environment variable HOLDFAST_HOME (expected: the name of a known key). It is"
                + " ignored.");
    assertThat(settings.rules().all()).extracting(Rule::id).containsExactly("payClient");
    assertThat(settings.rules().all().get(0).on().get(0).attributes().values())
        .extracting(Setting::value)
        .containsExactly("5");
    assertThat(settings.onError()).isEqualTo(OnError.ABORT);
    assertThat(settings.budget("shop.Cart")).isEqualTo(BudgetLimit.OFF);
    assertThat(settings.text("holdfast.store.orders", "")).isEqualTo("memory");
    assertThat(settings.text("holdfast.store.orders.password-file", ""))
        .isEqualTo("/run/secrets/orders");
    assertThat(settings.text("holdfast.http.idempotency-key.methods", "")).isEqualTo("POST");
  }

  @Test
  void anIdThatOnlyTheEnvironmentNamesEndsWhereTheLongestTailBegins() {
    environment =
        Map.of(
            "HOLDFAST_RULE_PAY_CLIENT_MATCH", "shop.Cart#pay",
            "HOLDFAST_RULE_PAY_CLIENT_TOY_MAX_TRIES", "5");

    assertThat(read().rules().all()).extracting(Rule::id).containsExactly("pay-client");
  }

  @Test
  void everyProblemIsReportedAtOnceAndLeavesTheRestInForce() {
    properties =
        properties
            .with("holdfast.mode", "watch")
            .with("holdfast.toy.max-atempts", "5")
            .with("holdfast.toy.max-tries", "many");
    file =
        file.with("holdfast.enabled", "")
            .with("retry.max-attempts", "5")
            .with("holdfast.budget.default", "120%")
            .with("holdfast.toy.rate", "half")
            .with("holdfast.toy.pause", "soon")
            .with("holdfast.toy.jitter", "fulll")
            .with("holdfast.log", "debug")
            .with("holdfast.http.port", "70000")
            .with("holdfast.shutdown.grace", "-1s");

    Reading reading = reader.read(sources());

    assertThat(reading.problems())
        .containsExactly(
            "holdfast.mode: watch (expected: enforce or observe). Correct the value, or remove the"
                + " key (system property).",
            "holdfast.toy.max-atempts: 5 (expected: a known key). Write holdfast.toy.max-tries, or"
                + " remove the key (system property).",
            "holdfast.toy.max-tries: many (expected: a whole number). Correct the value, or remove"
                + " the key (system property).",
            "holdfast.budget.default: 120% (expected: a share of the calls and a rate, such as"
                + " 20%+10/s, or off). Correct the value, or remove the key (file"
                + " app.properties).",
            "holdfast.enabled: \"\" (expected: true or false). Correct the value, or remove the key"
                + " (file app.properties).",
            "holdfast.http.port: 70000 (expected: a port, 0 to 65535). Correct the value, or remove"
                + " the key (file app.properties).",
            "holdfast.shutdown.grace: -1s (expected: a duration such as 250ms, 1.5s, 5m or 24h)."
                + " Correct the value, or remove the key (file app.properties).",
            "holdfast.toy.jitter: fulll (expected: one of NONE, FULL, EQUAL, DECORRELATED). Set"
                + " FULL, or remove the key (file app.properties).",
            "holdfast.toy.pause: soon (expected: a duration such as 250ms, 1.5s, 5m or 24h)."
                + " Correct the value, or remove the key (file app.properties).",
            "holdfast.toy.rate: half (expected: a number). Correct the value, or remove the key"
                + " (file app.properties).",
            "retry.max-attempts: *** (expected: a known key). Write holdfast.toy.max-tries, or remove"
                + " the key (file app.properties).");
    assertThat(reading.settings().logLevel()).isEqualTo(LogLevel.DEBUG);
    assertThat(reading.settings().mode()).isEqualTo(Mode.ENFORCE);
  }

  @Test
  void theKeyThatWasMeantIsNamed() {
    file = file.with("holdfast.rule..match", "shop.Cart#pay").with("holdfast.toy", "off");

    assertThat(reader.read(sources()).problems())
        .containsExactly(
            "holdfast.rule..match: shop.Cart#pay (expected: a known key). Write"
                + " holdfast.rule.ID.match, or remove the key (file app.properties).",
            "holdfast.toy: off (expected: a known key). Write holdfast.toy.enabled, or remove the"
                + " key (file app.properties).");
  }

  @Test
  void theShortAndTheLongFormAreOneKeyAmongSources() {
    file = file.with(MATCH, "shop.Cart#pay").with("holdfast.rule.pay.limit", "2s");
    live = live.with("holdfast.rule.pay.limit.value", "5s");
    assertThat(limit()).isEqualTo("5s");

    live = Source.empty("set").with("holdfast.rule.pay.limit", "6s");
    file = file.with("holdfast.rule.pay.limit", "on").with("holdfast.rule.pay.limit.value", "2s");
    assertThat(limit()).isEqualTo("6s");
  }

  @Test
  void aWrongValueBreaksNoRuleIfARightOneIsSetHigherUp() {
    properties =
        properties.with(MATCH, "shop.Cart#pay").with("holdfast.rule.pay.toy.max-tries", "abc");
    assertThat(reader.read(sources()).settings().rules().all()).isEmpty();

    live = live.with("holdfast.rule.pay.toy.max-tries", "5");

    Reading reading = reader.read(sources());
    assertThat(reading.settings().rules().all()).extracting(Rule::id).containsExactly("pay");
    assertThat(reading.settings().text("holdfast.rule.pay.toy.max-tries", "")).isEqualTo("5");
  }

  @Test
  void aRuleWithAnythingWrongInItIsLeftOutWhole() {
    file =
        file.with(MATCH, "shop.Cart#pay")
            .with("holdfast.rule.pay.toy.max-tries", "5")
            .with("holdfast.rule.pay.toi.max-tries", "5")
            .with("holdfast.rule.all.match", "shop.Cart")
            .with("holdfast.rule.all.toy", "yes");

    Reading reading = reader.read(sources());

    assertThat(reading.problems())
        .containsExactly(
            "holdfast.rule.all.match: shop.Cart (expected: "
                + MethodPattern.EXPECTED
                + "). Correct the value, or remove the key (file app.properties).",
            "holdfast.rule.all.toy: yes (expected: on or off). Correct the value, or remove the key"
                + " (file app.properties).",
            "holdfast.rule.pay.toi.max-tries: 5 (expected: a known key). Write"
                + " holdfast.rule.pay.toy.max-tries, or remove the key (file app.properties).");
    assertThat(reading.settings().rules().all()).isEmpty();
  }

  @Test
  void aRuleNeedsAMatchAndAPolicy() {
    file = file.with(MATCH, "shop.Cart#pay").with("holdfast.rule.all.toy", "on");

    assertThat(problems())
        .containsExactly(
            "holdfast.rule.all.match: not set (expected: "
                + MethodPattern.EXPECTED
                + "). Set it, or remove the other keys of the rule.",
            "holdfast.rule.pay.match: shop.Cart#pay (expected: a policy besides, such as"
                + " holdfast.rule.pay.retry=on). Ask for one, or remove the key.");
  }

  @Test
  void theFileCannotNameAFile() {
    file = file.with("holdfast.config", "other.properties");

    assertThat(problems())
        .containsExactly(
            "holdfast.config: other.properties (expected: set outside of the file). Set it as a"
                + " system property, or as an agent argument, or remove the key (file"
                + " app.properties).");
  }

  @Test
  void aStoreThatCannotBeIsStillTheOneThatIsMeant() {
    file = file.with("holdfast.store", "redsi://cache");

    Reading reading = reader.read(sources());

    assertThat(reading.problems())
        .containsExactly(
            "holdfast.store: redsi:*** (expected: memory, file:DIR, jdbc:... or redis://...)."
                + " Correct the value, or remove the key (file app.properties).");
    assertThat(reading.settings().text("holdfast.store", "memory")).isEqualTo("redsi://cache");
  }

  private Sources sources() {
    return new Sources(live, properties, arguments, environment, file);
  }

  private Configuration read() {
    Reading reading = reader.read(sources());
    assertThat(reading.problems()).isEmpty();
    return reading.settings();
  }

  private List<String> problems() {
    return reader.read(sources()).problems();
  }

  private Object limit() {
    Declaration limit = read().rules().all().get(0).on().get(0);
    return Objects.requireNonNull(limit.attributes().get("value")).value();
  }

  private Setting maxTries() {
    return read().find("holdfast.toy.max-tries").orElseThrow();
  }

  private static Setting setting(String value, String source) {
    return new Setting(value, new Origin.Configured("holdfast.toy.max-tries", source));
  }

  private static Origin origin(String key) {
    return new Origin.Configured(key, "file app.properties");
  }
}
