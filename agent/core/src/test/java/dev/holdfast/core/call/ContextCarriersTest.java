package dev.holdfast.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContextCarriersTest {

  private final List<String> steps = new ArrayList<>();

  @Test
  void entersAllInOrderAndLeavesThemInReverse() {
    ContextCarriers carriers = new ContextCarriers(List.of(noting("mdc"), noting("trace")));

    ContextCarrier.Entered entered = carriers.capture().enter();
    entered.leave();

    assertThat(steps)
        .containsExactly(
            "take mdc", "take trace", "enter mdc", "enter trace", "leave trace", "leave mdc");
  }

  @Test
  void leavesOutWhatThrows() {
    ContextCarrier cannotTake =
        () -> {
          throw new IllegalStateException("no context");
        };
    ContextCarrier cannotEnter =
        () ->
            () -> {
              throw new NoClassDefFoundError("org/slf4j/MDC");
            };
    ContextCarrier cannotLeave =
        () ->
            () ->
                () -> {
                  throw new IllegalStateException("left already");
                };
    ContextCarriers carriers =
        new ContextCarriers(List.of(cannotTake, noting("mdc"), cannotEnter, cannotLeave));

    carriers.capture().enter().leave();

    assertThat(steps).containsExactly("take mdc", "enter mdc", "leave mdc");
  }

  private ContextCarrier noting(String name) {
    return () -> {
      steps.add("take " + name);
      return () -> {
        steps.add("enter " + name);
        return () -> steps.add("leave " + name);
      };
    };
  }
}
