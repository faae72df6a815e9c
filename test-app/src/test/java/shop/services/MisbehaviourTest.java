package shop.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MisbehaviourTest {
  private static final int ORDERS = 20_000;

  @Test
  void theSameSeedBringsTheSameFaults() {
    assertThat(faults(17, 1)).isEqualTo(faults(17, 1));
  }

  @Test
  void anotherSeedAndAnotherAttemptBringOthers() {
    assertThat(faults(17, 1)).isNotEqualTo(faults(18, 1)).isNotEqualTo(faults(17, 2));
  }

  @Test
  void faultsAreAsFrequentAsTheServiceSays() {
    Map<Fault, Long> seen =
        faults(17, 1).stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertThat(share(seen, Fault.BUSY)).isCloseTo(0.04, within(0.005));
    assertThat(share(seen, Fault.SLOW)).isCloseTo(0.03, within(0.005));
    assertThat(share(seen, Fault.CUT)).isCloseTo(0.02, within(0.005));
    assertThat(share(seen, Fault.LOST)).isCloseTo(0.04, within(0.005));
    assertThat(share(seen, Fault.NONE)).isCloseTo(0.87, within(0.01));
  }

  @Test
  void nobodyIsUnluckyForEver() {
    assertThat(faults(17, Misbehaviour.MOST_FAULTS + 1)).containsOnly(Fault.NONE);
  }

  @Test
  void onlyAPaymentThatIsLostMatters() {
    assertThat(Kind.RECOMMENDATIONS.fault(0.079)).isEqualTo(Fault.CUT);
    assertThat(Kind.RECOMMENDATIONS.fault(0.081)).isEqualTo(Fault.NONE);
    assertThat(Kind.STOCK.fault(0.071)).isEqualTo(Fault.NONE);
  }

  private static List<Fault> faults(long seed, int attempt) {
    Misbehaviour misbehaviour = new Misbehaviour(seed);
    return IntStream.range(0, ORDERS)
        .mapToObj(i -> misbehaviour.fault(Kind.PAYMENT, "order-" + i, attempt))
        .toList();
  }

  private static double share(Map<Fault, Long> seen, Fault fault) {
    return seen.get(fault) / (double) ORDERS;
  }
}
