package dev.holdfast.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.CallRefusedException;
import dev.holdfast.bridge.WovenSite;
import dev.holdfast.core.call.Workers;
import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.event.Events;
import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.Plan;
import dev.holdfast.core.plan.PolicySpec;
import dev.holdfast.core.time.FakeTime;
import dev.holdfast.core.type.ReflectedModels;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What changes while a method is being linked, of which nobody finds a site to put it on. */
class GuardLinkTest {

  private final Configuration before = key -> Optional.empty();
  private final Configuration after = key -> Optional.empty();
  private final FakeTime time = new FakeTime();
  private final Workers workers = Runnable::run;
  private final Events events = new Events();
  private final States states = new States();
  private final Access access = type -> MethodHandles.privateLookupIn(type, MethodHandles.lookup());
  private Guards.Linking linking = new Guards.Linking(services(before), false);
  private final Guards guards = new Guards(() -> linking);
  private final List<Configuration> bound = new ArrayList<>();
  private Runnable meanwhile = () -> {};
  private final Guard guard = guard("pay", Ring.REPEAT, this::bind);
  private final Shop shop = new Shop();

  @Test
  void aProxyThatIsSeenMeanwhileIsGuardedOnce() throws Throwable {
    meanwhile = () -> guard.passed(() -> linking);

    CallSite site = link();

    assertThat(callOnTheWayFromAProxy(site)).isEqualTo("paid");
    assertThat(call(site)).isEqualTo("guarded: paid");
  }

  @Test
  void aTestDoubleThatIsMadeMeanwhileAnswersItself() throws Throwable {
    meanwhile = () -> guard.mocked(new AllMocked(), () -> linking);

    assertThat(call(link())).isEqualTo("paid");
  }

  @Test
  void aModeThatIsSetMeanwhileIsInForce() throws Throwable {
    meanwhile = () -> change(new Guards.Linking(services(before), true));

    assertThat(call(link())).isEqualTo("paid");
  }

  @Test
  void settingsThatChangeMeanwhileAreBoundLast() throws Throwable {
    meanwhile = () -> change(new Guards.Linking(services(after), false));

    link();

    assertThat(bound).containsExactly(before, after);
  }

  @Test
  void settingsThatChangeMeanwhileAreBoundLastByWhoFindsTheMethodLinkedToo() throws Throwable {
    meanwhile =
        () -> {
          link();
          change(new Guards.Linking(services(after), false));
        };

    link();

    assertThat(bound).containsExactly(before, after, before, after);
  }

  @Test
  void whatCannotBeBoundRunsUnguarded() throws Throwable {
    guard("refund", Ring.REPEAT, GuardLinkTest::unbindable);

    assertThat(call(link("refund"))).isEqualTo("refunded");
  }

  @Test
  void whatMustNotRunTwiceIsRefusedIfItCannotBeBound() {
    guard("refund", Ring.DEDUPLICATE, GuardLinkTest::unbindable);

    assertThatThrownBy(() -> call(link("refund")))
        .isInstanceOf(CallRefusedException.class)
        .hasMessageContaining("the agent failed to guard")
        .hasRootCauseMessage("no store");
  }

  private static List<Layer> unbindable(Binding binding) {
    throw new IllegalStateException("no store");
  }

  private void change(Guards.Linking other) {
    linking = other;
    guard.replace(guard.plan(), other.services(), other.observes());
  }

  private CallSite link() {
    return link("pay");
  }

  private CallSite link(String method) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      MethodHandle body = lookup.unreflect(Shop.class.getDeclaredMethod(method));
      return guards.link(
          new WovenSite(
              MethodHandles.privateLookupIn(Shop.class, lookup),
              method,
              "()Ljava/lang/String;",
              body.type(),
              body,
              false));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private @Nullable Object call(CallSite site) throws Throwable {
    return site.dynamicInvoker().invoke(shop);
  }

  private @Nullable Object callOnTheWayFromAProxy(CallSite site) throws Throwable {
    Passage outer = Passage.enter(new Passage(guard, shop));
    try {
      return call(site);
    } finally {
      Passage.leave(outer);
    }
  }

  private Guard guard(String method, Ring ring, PolicySpec spec) {
    Plan.Planned planned = new Plan.Planned("any", ring, new Origin.BuiltIn(), spec, Map.of());
    Plan plan = new Plan(ReflectedModels.guarded(Shop.class, method), List.of(planned), List.of());
    Guard made = new Guard(plan, List.of(), Optional.empty());
    guards.register(Objects.requireNonNull(Shop.class.getClassLoader()), made);
    return made;
  }

  /** As a policy that puts what it was bound with in force, for others too. */
  private List<Layer> bind(Binding binding) {
    Runnable change = meanwhile;
    meanwhile = () -> {};
    change.run();
    bound.add(binding.services().configuration());
    return List.of(new Layer(Ring.REPEAT, new Marking()));
  }

  private Services services(Configuration configuration) {
    return new Services(time, workers, events, states, access, configuration);
  }

  static final class Shop {
    String pay() {
      return "paid";
    }

    String refund() {
      return "refunded";
    }
  }

  private record Marking() implements Policy {

    @Override
    public Stage around(Stage next) {
      return call -> "guarded: " + next.call(call);
    }

    @Override
    public AsyncStage aroundAsync(AsyncStage next) {
      return next;
    }

    @Override
    public Observer observer() {
      return call -> (result, failure) -> {};
    }
  }

  private record AllMocked() implements Mocks {

    @Override
    public boolean isMock(Object instance) {
      return true;
    }

    @Override
    public boolean isMockedStatic(Class<?> type) {
      return true;
    }
  }
}
