package dev.holdfast.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.call.Call;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MockStageTest {

  private final List<String> asked = new ArrayList<>();
  private final Mocks mocks =
      new Mocks() {
        @Override
        public boolean isMock(Object instance) {
          asked.add("object");
          return instance.equals("mock");
        }

        @Override
        public boolean isMockedStatic(Class<?> type) {
          asked.add("class");
          return type == Integer.class;
        }
      };

  @Test
  void callsOfMocksPassByTheGuard() throws Throwable {
    Stage stage = new MockStage(mocks, String.class, false, call -> "told", call -> "guarded");

    assertThat(stage.call(call("mock"))).isEqualTo("told");
    assertThat(stage.call(call("real"))).isEqualTo("guarded");
  }

  @Test
  void callsOfMockedStaticMethodsPassByTheGuard() throws Throwable {
    Stage mocked = new MockStage(mocks, Integer.class, true, call -> "told", call -> "guarded");
    Stage real = new MockStage(mocks, Long.class, true, call -> "told", call -> "guarded");

    assertThat(mocked.call(call())).isEqualTo("told");
    assertThat(real.call(call())).isEqualTo("guarded");
  }

  @Test
  void asksOnceForWhatAnAnswerCallsInTurn() throws Throwable {
    Stage inner = new MockStage(mocks, Integer.class, true, call -> "own", call -> "guarded");
    Stage outer = new MockStage(mocks, Integer.class, true, inner, call -> "guarded");

    assertThat(outer.call(call())).isEqualTo("own");
    assertThat(outer.call(call())).isEqualTo("own");
    assertThat(asked).containsExactly("class", "class");
  }

  private static Call call(Object... arguments) {
    return new Call(arguments);
  }
}
