package dev.holdfast.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallTest {

  /** What one thread knows of the call and the other one does not. */
  private static final Set<String> OF_ONE_THREAD =
      Set.of("isHandedOver", "toldOfAbandonment", "abandonment");

  @Test
  void everythingIsHandedOverAndTakenBack() throws Exception {
    Call call = new Call(new Object[] {"order-17"});
    for (Field field : Call.class.getDeclaredFields()) {
      if (!Modifier.isFinal(field.getModifiers()) && !OF_ONE_THREAD.contains(field.getName())) {
        field.setAccessible(true);
        field.set(call, sample(field.getType()));
      }
    }

    Call other = call.handOver();
    Call back = new Call(call.arguments());
    back.takeBack(other);

    assertThat(values(other)).isEqualTo(values(call));
    assertThat(values(back)).isEqualTo(values(call));
  }

  @Test
  void whoIsFurtherInIsToldThatTheCallerGaveUp() {
    Call handedOver = new Call(new Object[0]).handOver();
    List<Throwable> told = new ArrayList<>();
    IllegalStateException failure = new IllegalStateException("late");

    handedOver.whenAbandoned(told::add);
    handedOver.abandon(failure);
    handedOver.whenAbandoned(told::add);

    assertThat(told).containsExactly(failure, failure);
  }

  @Test
  void whatHappensAfterTheHandOverIsNotKnownHere() {
    Call call = new Call(new Object[0]);

    call.handOver().threw(new IllegalStateException("late"));

    assertThat(call.thrown()).isNull();
  }

  private static Object sample(Class<?> type) {
    if (type == boolean.class) {
      return true;
    }
    if (type == long.class) {
      return 17L;
    }
    if (type == int.class) {
      return 17;
    }
    if (type == Replay.class) {
      return new Replay(new IllegalStateException("replayed"), 17, 17);
    }
    if (type == CarriedKey.class) {
      return new CarriedKey.Known("order-17", "key-17");
    }
    return type == Throwable.class ? new IllegalStateException("sample") : "sample";
  }

  private static Object[] values(Call call) {
    return Arrays.stream(Call.class.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .filter(field -> !OF_ONE_THREAD.contains(field.getName()))
        .map(field -> value(field, call))
        .toArray();
  }

  private static Object value(Field field, Call call) {
    try {
      field.setAccessible(true);
      return String.valueOf(field.get(call));
    } catch (IllegalAccessException closed) {
      throw new AssertionError(closed);
    }
  }
}
