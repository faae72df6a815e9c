package dev.holdfast.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.holdfast.Jitter;
import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.config.MethodPattern;
import dev.holdfast.core.config.Rule;
import dev.holdfast.core.config.Rules;
import dev.holdfast.core.pipeline.Ring;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.Types;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanCompilerTest {

  private static final Origin ON_PAY = new Origin.Written("@Toy", "shop.Cart#pay");
  private static final ClassModel CART = Types.type("shop.Cart", Types.method("pay"));
  private static final GuardedMethod PAY =
      new GuardedMethod(CART, CART.methods().get(0), new Types());

  private final PlanCompiler compiler =
      new PlanCompiler(new PolicyCatalog(List.of(new ToyFactory(), new LimitFactory())));
  private final Map<String, String> keys = new HashMap<>();
  private Rules rules = Rules.NONE;

  @Test
  void attributesLeftAloneHaveTheDefaultsOfTheAnnotation() {
    Plan plan = ready(written(Map.of()));

    assertThat(plan.policies())
        .extracting(Plan.Planned::spec)
        .containsExactly(ToyFactory.Spec.DEFAULT);
    assertThat(plan.policies().get(0).settings())
        .containsEntry("maxTries", new Setting(3, new Origin.BuiltIn()))
        .containsEntry("on", new Setting(List.of("java.lang.Exception"), new Origin.BuiltIn()))
        .hasSize(8);
  }

  @Test
  void anAnnotationBeatsAPolicyDefaultAndAPolicyDefaultTheBuiltInOne() {
    keys.put("holdfast.toy.max-tries", "7");
    keys.put("holdfast.toy.rate", "12.5");

    ToyFactory.Spec spec = toy(ready(written(Map.of("maxTries", 5))));

    assertThat(spec.maxTries()).isEqualTo(5);
    assertThat(spec.rate()).isEqualTo(12.5);
    assertThat(spec.isEager()).isTrue();
  }

  @Test
  void aRuleBeatsTheAnnotationAndSwitchesThePolicyOn() {
    rules = rules(rule("pay", Map.of("maxTries", "9")));

    assertThat(toy(ready(written(Map.of("maxTries", 5)))).maxTries()).isEqualTo(9);
    assertThat(toy(ready(List.of())).maxTries()).isEqualTo(9);
  }

  @Test
  void aRuleSwitchesAPolicyOff() {
    rules = rules(off("calm"));

    assertThat(ready(written(Map.of())).policies()).isEmpty();
  }

  @Test
  void aPolicyIsSwitchedOffEverywhere() {
    keys.put("holdfast.toy.enabled", "false");
    rules = rules(rule("pay", Map.of("maxTries", "9")));

    assertThat(ready(written(Map.of())).policies()).isEmpty();
  }

  @Test
  void valuesOfKeysAreReadAsTheAnnotationsTypes() {
    rules =
        rules(
            rule(
                "pay",
                Map.of(
                    "maxTries", "4",
                    "rate", "0.5",
                    "eager", "False",
                    "pause", "1.5s",
                    "label", "calm",
                    "jitter", "decorrelated",
                    "on", "java.io.IOException, java.lang.IllegalStateException",
                    "not", "")));

    Plan plan = ready(List.of());

    assertThat(toy(plan))
        .isEqualTo(
            new ToyFactory.Spec(
                4,
                0.5,
                false,
                Duration.ofMillis(1500),
                "calm",
                Jitter.DECORRELATED,
                List.of("java.io.IOException", "java.lang.IllegalStateException"),
                List.of()));
    assertThat(plan.notes()).containsExactly("@Toy: is labelled");
  }

  @Test
  void everyProblemOfAnAnnotationIsReportedAtOnce() {
    List<String> messages =
        problems(
            written(
                Map.of(
                    "maxTries",
                    0,
                    "rate",
                    101.0,
                    "pause",
                    "soon",
                    "label",
                    "forbidden",
                    "not",
                    List.of("shop.Missing"))));

    assertThat(messages)
        .containsExactlyInAnyOrder(
            "@Toy on shop.Cart#pay: maxTries: 0 (expected: >= 1). Set at least 1, or remove @Toy.",
            "@Toy on shop.Cart#pay: rate: 101.0 (expected: > 0 and <= 100). Set at most 100, or"
                + " remove @Toy.",
            "@Toy on shop.Cart#pay: pause: soon (expected: a duration such as 250ms, 1.5s, 5m or"
                + " 24h). Set a number with its unit, or remove @Toy.",
            "@Toy on shop.Cart#pay: label: forbidden (expected: another label). Choose another"
                + " one.",
            "@Toy on shop.Cart#pay: not: {shop.Missing} (expected: exception types that exist)."
                + " There is no class shop.Missing: correct the name, or leave it out.");
  }

  @Test
  void problemsOfConfiguredValuesNameTheKeyInFront() {
    rules =
        rules(
            rule(
                "pay",
                Map.of(
                    "maxTries", "0",
                    "rate", "half",
                    "eager", "yes",
                    "pause", "0",
                    "label", "forbidden",
                    "jitter", "ful",
                    "on", "java.lang.String")));

    assertThat(problems(List.of()))
        .containsExactlyInAnyOrder(
            "holdfast.rule.pay.toy.maxTries: 0 (expected: >= 1). Set at least 1, or remove the key"
                + " (test).",
            "holdfast.rule.pay.toy.rate: half (expected: a number > 0 and <= 100). Set a number, or"
                + " remove the key (test).",
            "holdfast.rule.pay.toy.eager: yes (expected: true or false). Set true or false, or"
                + " remove the key (test).",
            "holdfast.rule.pay.toy.pause: 0 (expected: a duration above 0). Set a longer one, or"
                + " remove the key (test).",
            "holdfast.rule.pay.toy.label: forbidden (expected: another label) on shop.Cart#pay."
                + " Choose another one.",
            "holdfast.rule.pay.toy.jitter: ful (expected: one of NONE, FULL, EQUAL, DECORRELATED)."
                + " Set FULL, or remove the key (test).",
            "holdfast.rule.pay.toy.on: java.lang.String (expected: exception types that exist) on"
                + " shop.Cart#pay. java.lang.String is no exception: leave it out.");
  }

  @Test
  void aValueInheritedFromAnInterfaceNamesBothPlaces() {
    Declaration inherited =
        declaration(Map.of("label", "forbidden"), new Origin.Written("@Toy", "shop.Port"));

    assertThat(problems(List.of(inherited)))
        .containsExactly(
            "@Toy on shop.Port: label: forbidden (expected: another label) for shop.Cart#pay."
                + " Choose another one.");
  }

  @Test
  void aRemedyMayBeAQuestion() {
    assertThat(problems(written(Map.of("label", "forbiden"))))
        .containsExactly(
            "@Toy on shop.Cart#pay: label: forbiden (expected: another label). Did you mean"
                + " forbidden?");
  }

  @Test
  void aProblemOfThePolicyAsAWholeNamesWhoAskedForIt() {
    assertThat(problems(written(Map.of("label", "alone"))))
        .containsExactly("@Toy on shop.Cart#pay: cannot stand alone.");
  }

  @Test
  void rulesThatDisagreeOnAnAttributeAreBothNamed() {
    rules = rules(rule("pay", Map.of("maxTries", "9")), rule("all", Map.of("maxTries", "2")));

    assertThat(problems(List.of()))
        .containsExactly(
            "holdfast.rule.pay.toy.maxTries: 9, but holdfast.rule.all.toy.maxTries: 2 (expected:"
                + " rules that agree) on shop.Cart#pay. Set both to one value, or let only one of"
                + " the rules match.");
  }

  @Test
  void rulesThatSetTheSameValueAgree() {
    rules = rules(rule("pay", Map.of("maxTries", "9")), rule("all", Map.of("maxTries", "9")));

    assertThat(toy(ready(List.of())).maxTries()).isEqualTo(9);
  }

  @Test
  void rulesThatSwitchAPolicyOnAndOffAreBothNamed() {
    rules = rules(rule("pay", Map.of("maxTries", "9")), off("calm"));

    assertThat(problems(List.of()))
        .containsExactly(
            "holdfast.rule.pay.toy.maxTries: 9, but holdfast.rule.calm.toy: off (expected: rules"
                + " that agree) on shop.Cart#pay. Set both to one value, or let only one of the"
                + " rules match.");
  }

  @Test
  void aValueThatMustBeGivenAndIsNotIsAProblem() {
    Origin key = new Origin.Configured("holdfast.rule.pay.limit", "test");
    rules =
        rules(
            new Rule(
                "pay", patterns(), List.of(new Declaration("limit", Map.of(), key)), Map.of()));

    assertThat(problems(List.of()))
        .containsExactly(
            "holdfast.rule.pay.limit on shop.Cart#pay: value: not set (expected: a duration such as"
                + " 250ms, 1.5s, 5m or 24h). Set a number with its unit, or remove the key"
                + " (test).");
  }

  @Test
  void rulesForOtherMethodsAreLeftAlone() {
    List<MethodPattern> others = List.of(MethodPattern.parse("shop.Cart#refund").orElseThrow());
    Origin key = new Origin.Configured("holdfast.rule.other.toy", "test");
    rules = rules(new Rule("other", others, List.of(declaration(Map.of(), key)), Map.of()));

    assertThat(ready(List.of()).policies()).isEmpty();
  }

  @Test
  void policiesStandInTheOrderOfTheirRingsWithWhoAskedForThem() {
    Origin key = new Origin.Configured("holdfast.rule.pay.limit", "test");
    Declaration limit = new Declaration("limit", Map.of("value", new Setting("2s", key)), key);
    rules = rules(new Rule("pay", patterns(), List.of(limit), Map.of()));

    assertThat(ready(written(Map.of())).policies())
        .extracting(Plan.Planned::policy, Plan.Planned::ring, Plan.Planned::origin)
        .containsExactly(tuple("limit", Ring.TIME, key), tuple("toy", Ring.ADMIT, ON_PAY));
  }

  @Test
  void aDeclarationOfAnUnknownPolicyIsAProgrammingError() {
    Declaration unknown = new Declaration("unknown", Map.of(), ON_PAY);

    assertThatThrownBy(() -> compiler.compile(PAY, List.of(unknown), key -> Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("policy: unknown (expected: a policy of the catalog)");
  }

  private static List<Declaration> written(Map<String, Object> values) {
    return List.of(declaration(values, ON_PAY));
  }

  private static Declaration declaration(Map<String, Object> values, Origin origin) {
    Map<String, Setting> settings = new HashMap<>();
    values.forEach((name, value) -> settings.put(name, new Setting(value, origin)));
    return new Declaration("toy", settings, origin);
  }

  private static Rule rule(String id, Map<String, String> values) {
    Map<String, Setting> settings = new HashMap<>();
    values.forEach((name, value) -> settings.put(name, configured(id, name, value)));
    Origin origin = settings.values().iterator().next().origin();
    return new Rule(id, patterns(), List.of(new Declaration("toy", settings, origin)), Map.of());
  }

  private static Setting configured(String id, String name, String value) {
    return new Setting(
        value, new Origin.Configured("holdfast.rule." + id + ".toy." + name, "test"));
  }

  private static Rule off(String id) {
    Origin key = new Origin.Configured("holdfast.rule." + id + ".toy", "test");
    return new Rule(id, patterns(), List.of(), Map.of("toy", key));
  }

  private static List<MethodPattern> patterns() {
    return List.of(MethodPattern.parse("shop.Cart#pay").orElseThrow());
  }

  private static Rules rules(Rule... rules) {
    return new Rules(List.of(rules));
  }

  private Plan ready(List<Declaration> declared) {
    Compiled compiled = compiler.compile(PAY, declared, configuration());
    assertThat(compiled).isInstanceOf(Compiled.Ready.class);
    return ((Compiled.Ready) compiled).plan();
  }

  private List<String> problems(List<Declaration> declared) {
    Compiled compiled = compiler.compile(PAY, declared, configuration());
    assertThat(compiled).isInstanceOf(Compiled.Refused.class);
    List<PlanProblem> problems = ((Compiled.Refused) compiled).problems();
    assertThat(problems).extracting(PlanProblem::place).containsOnly("shop.Cart#pay");
    return problems.stream().map(PlanProblem::message).toList();
  }

  private static ToyFactory.Spec toy(Plan plan) {
    assertThat(plan.policies()).extracting(Plan.Planned::policy).containsExactly("toy");
    return (ToyFactory.Spec) plan.policies().get(0).spec();
  }

  private Configuration configuration() {
    return new Configuration() {
      @Override
      public Optional<Setting> find(String key) {
        return Optional.ofNullable(keys.get(key))
            .map(value -> new Setting(value, new Origin.Configured(key, "test")));
      }

      @Override
      public Rules rules() {
        return rules;
      }
    };
  }
}
