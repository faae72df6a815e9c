package dev.holdfast.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.plan.LimitFactory;
import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.core.plan.ToyFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LiveConfigurationTest {

  private static final PolicyCatalog CATALOG =
      new PolicyCatalog(List.of(new ToyFactory(), new LimitFactory()));

  private final Properties properties = new Properties();

  @Test
  void aValueThatIsSetIsInForceAtOnceAndListenersAreTold() {
    LiveConfiguration configuration = start();
    List<Mode> told = new ArrayList<>();
    configuration.subscribe(current -> told.add(current.mode()));

    assertThat(configuration.set(Map.of("holdfast.mode", "observe"))).isEmpty();

    assertThat(configuration.current().mode()).isEqualTo(Mode.OBSERVE);
    assertThat(told).containsExactly(Mode.OBSERVE);
  }

  @Test
  void aValueWithAProblemIsRefusedAndNobodyIsTold() {
    LiveConfiguration configuration = start();
    List<Mode> told = new ArrayList<>();
    configuration.subscribe(current -> told.add(current.mode()));

    assertThat(configuration.set(Map.of("holdfast.mode", "watch")))
        .containsExactly(
            "holdfast.mode: watch (expected: enforce or observe). Correct the value, or remove the"
                + " key (set).");

    assertThat(configuration.current().mode()).isEqualTo(Mode.ENFORCE);
    assertThat(told).isEmpty();
  }

  @Test
  void aProblemOfTheStartDoesNotStandInTheWayOfLaterChanges() {
    properties.setProperty("holdfast.log", "loud");

    assertThat(start().set(Map.of("holdfast.mode", "observe"))).isEmpty();
  }

  @Test
  void whatReachesOutsideTheProcessCannotBeChanged() {
    properties.setProperty("holdfast.store.orders", "jdbc:postgresql://shop:hunter2@db/shop");
    LiveConfiguration configuration = start();

    assertThat(configuration.set(Map.of("holdfast.store.orders", "memory")))
        .containsExactly(
            "holdfast.store.orders: memory (expected: jdbc:***, as since the start). It cannot be"
                + " changed while the JVM runs: set it back, or restart the JVM.");
    assertThat(configuration.set(Map.of("holdfast.log.to", "application")))
        .containsExactly(
            "holdfast.log.to: application (expected: not set, as since the start). It cannot be"
                + " changed while the JVM runs: set it back, or restart the JVM.");
    assertThat(configuration.set(Map.of("holdfast.toy.label", "other")))
        .containsExactly(
            "holdfast.toy.label: other (expected: not set, as since the start). It cannot be"
                + " changed while the JVM runs: set it back, or restart the JVM.");
  }

  @Test
  void aChangedFileWithAnyProblemIsRefusedWhole() {
    LiveConfiguration configuration = start();
    Source good = Source.empty("file a").with("holdfast.toy.max-tries", "4");
    Source bad =
        Source.empty("file a")
            .with("holdfast.toy.max-tries", "5")
            .with("holdfast.toy.max-trys", "6");

    assertThat(configuration.replaceFile(good)).isEmpty();
    assertThat(configuration.replaceFile(bad))
        .containsExactly(
            "holdfast.toy.max-trys: 6 (expected: a known key). Write holdfast.toy.max-tries, or"
                + " remove the key (file a).");

    assertThat(configuration.current().text("holdfast.toy.max-tries", "3")).isEqualTo("4");
  }

  @Test
  void aMistakeThatWasInTheFileFromTheStartStillRefusesIt() {
    LiveConfiguration configuration = start();
    Source bad = Source.empty("file a").with("holdfast.toy.max-trys", "6");

    assertThat(configuration.replaceFile(bad)).hasSize(1);
    assertThat(configuration.replaceFile(bad)).hasSize(1);
  }

  @Test
  void aTrialSeesTheCandidateAndMayRefuseIt() {
    LiveConfiguration configuration = start();
    configuration.addTrial(
        candidate ->
            candidate.text("holdfast.toy.max-tries", "3").equals("0")
                ? List.of("zero")
                : List.of());

    assertThat(configuration.set(Map.of("holdfast.toy.max-tries", "0"))).containsExactly("zero");
    assertThat(configuration.set(Map.of("holdfast.toy.max-tries", "1"))).isEmpty();
    assertThat(configuration.current().text("holdfast.toy.max-tries", "3")).isEqualTo("1");
  }

  @Test
  void whatIsWrongOnSeveralMethodsIsToldOnce() {
    LiveConfiguration configuration = start();
    configuration.addTrial(candidate -> List.of("zero", "zero"));

    assertThat(configuration.set(Map.of("holdfast.toy.max-tries", "0"))).containsExactly("zero");
  }

  @Test
  void whatIsSetBeatsALaterFile() {
    LiveConfiguration configuration = start();
    configuration.set(Map.of("holdfast.toy.max-tries", "9"));

    configuration.replaceFile(Source.empty("file a").with("holdfast.toy.max-tries", "4"));

    assertThat(configuration.current().text("holdfast.toy.max-tries", "3")).isEqualTo("9");
  }

  private LiveConfiguration start() {
    return ConfigurationStart.read(null, properties, Map.of(), () -> CATALOG).configuration();
  }
}
