package dev.holdfast.core.policy.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.plan.Compiled;
import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.PlanCompiler;
import dev.holdfast.core.plan.PlanProblem;
import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.core.plan.Setting;
import dev.holdfast.core.plan.Transactions;
import dev.holdfast.core.type.AnnotationModel;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.core.type.Types;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadlineFactoryTest {

  private static final Origin ON_PAY = new Origin.Written("@Deadline", "shop.Cart#pay");

  private final PlanCompiler compiler =
      new PlanCompiler(new PolicyCatalog(List.of(new DeadlineFactory())));

  @Test
  void aDeadlineInterruptsOnTheCallersThreadUnlessToldOtherwise() {
    assertThat(spec(Map.of("value", "2s")))
        .isEqualTo(new DeadlineSpec(Duration.ofSeconds(2), true, false));
    assertThat(spec(Map.of("value", "250ms", "interrupt", false, "handoff", true)))
        .isEqualTo(new DeadlineSpec(Duration.ofMillis(250), false, true));
  }

  @Test
  void aLimitHasToBeADurationAboveZero() {
    assertThat(problems(pay(0), Map.of("value", "0")))
        .containsExactly(
            "@Deadline on shop.Cart#pay: value: 0 (expected: a duration above 0). Set a longer one,"
                + " or remove @Deadline.");
    assertThat(problems(pay(0), Map.of("value", "soon")))
        .containsExactly(
            "@Deadline on shop.Cart#pay: value: soon (expected: a duration such as 250ms, 1.5s, 5m"
                + " or 24h). Set a number with its unit, or remove @Deadline.");
  }

  @Test
  void aSynchronizedMethodCannotBeHandedOver() {
    assertThat(problems(pay(Modifier.SYNCHRONIZED), Map.of("value", "2s", "handoff", true)))
        .containsExactly(
            "@Deadline on shop.Cart#pay: handoff: true (expected: false on a synchronized method)."
                + " Set handoff = false, or lock inside the method: another thread does not hold"
                + " the caller's locks.");
  }

  @Test
  void aTransactionalMethodCannotBeHandedOver() {
    String transactional = "org.springframework.transaction.annotation.Transactional";

    assertThat(problems(pay(0, transactional), Map.of("value", "2s", "handoff", true)))
        .containsExactly(
            "@Deadline on shop.Cart#pay: handoff: true (expected: false on a transactional method)."
                + " Set handoff = false, or remove @Transactional: the transaction stays on the"
                + " caller's thread.");
  }

  @Test
  void aTransactionBehindAnAnnotationOfTheApplicationsOwnIsSeen() {
    assertThat(Transactions.around(pay(0, "shop.Booking"))).contains("Booking");
    assertThat(Transactions.around(pay(0, "shop.Plain"))).isEmpty();
  }

  @Test
  void aLimitIsNeverZero() {
    assertThatThrownBy(() -> new DeadlineSpec(Duration.ZERO, true, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("limit: PT0S (expected: > 0 and <= PT2562047H47M16.854775807S)");
  }

  private DeadlineSpec spec(Map<String, Object> values) {
    Compiled compiled = compile(pay(0), values);
    assertThat(compiled).isInstanceOf(Compiled.Ready.class);
    return (DeadlineSpec) ((Compiled.Ready) compiled).plan().policies().get(0).spec();
  }

  private List<String> problems(GuardedMethod method, Map<String, Object> values) {
    Compiled compiled = compile(method, values);
    assertThat(compiled).isInstanceOf(Compiled.Refused.class);
    return ((Compiled.Refused) compiled).problems().stream().map(PlanProblem::message).toList();
  }

  private Compiled compile(GuardedMethod method, Map<String, Object> values) {
    Map<String, Setting> settings = new HashMap<>();
    values.forEach((name, value) -> settings.put(name, new Setting(value, ON_PAY)));
    Declaration written = new Declaration("deadline", settings, ON_PAY);
    return compiler.compile(method, List.of(written), key -> Optional.empty());
  }

  private static GuardedMethod pay(int modifiers, String... annotations) {
    MethodModel plain = Types.method("pay", modifiers);
    MethodModel pay =
        new MethodModel(
            plain.name(),
            plain.descriptor(),
            plain.modifiers(),
            plain.parameters(),
            plain.returnType(),
            annotated(annotations));
    Types types =
        new Types()
            .with(annotation("shop.Booking", "jakarta.transaction.Transactional"))
            .with(annotation("shop.Plain", "shop.Plain"));
    return new GuardedMethod(Types.type("shop.Cart", pay), pay, types);
  }

  private static ClassModel annotation(String name, String... annotations) {
    return new ClassModel(
        name,
        61,
        Modifier.PUBLIC,
        Optional.of("java.lang.Object"),
        List.of("java.lang.annotation.Annotation"),
        annotated(annotations),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<AnnotationModel> annotated(String... types) {
    return Arrays.stream(types).map(type -> new AnnotationModel(type, Map.of())).toList();
  }
}
