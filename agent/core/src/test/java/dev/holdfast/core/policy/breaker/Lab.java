package dev.holdfast.core.policy.breaker;

import dev.holdfast.core.event.Event;
import dev.holdfast.core.event.Events;
import dev.holdfast.core.policy.breaker.Admission.Permit;
import dev.holdfast.core.policy.breaker.BreakerView.Position;
import dev.holdfast.core.time.FakeTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** One breaker under fake time, and all that it told. */
final class Lab {

  static final Duration OPEN_FOR = Duration.ofSeconds(30);
  static final Duration MAX_OPEN_FOR = Duration.ofMinutes(2);
  static final Duration SLOW = Duration.ofSeconds(1);

  /** Four of the last ten calls are enough to decide; two trials are needed. */
  static final BreakerLimits LIMITS = limits(new WindowSize.Calls(10), 50, Duration.ZERO, 100);

  /** The same, where half of the calls being slow is too much. */
  static final BreakerLimits TIMED = limits(new WindowSize.Calls(10), 50, SLOW, 50);

  final FakeTime time = new FakeTime();
  final List<Event> events = new CopyOnWriteArrayList<>();
  final Events channel = new Events();
  final Breaker breaker;

  Lab(BreakerLimits limits) {
    channel.subscribe(events::add);
    breaker = new Breaker(BreakerId.of("shop.Cart#pay"), limits, time, channel);
  }

  static BreakerLimits limits(
      WindowSize window, double failureRate, Duration slow, double slowRate) {
    return new BreakerLimits(
        window,
        failureRate,
        4,
        slow.toNanos(),
        slowRate,
        OPEN_FOR.toNanos(),
        MAX_OPEN_FOR.toNanos(),
        2);
  }

  /** A call that must be let through. */
  Permit admitted() {
    return (Permit) breaker.admit();
  }

  /** Calls that all end the same way at once. */
  void calls(int count, Verdict verdict) {
    for (int call = 0; call < count; call++) {
      breaker.end(admitted(), verdict);
    }
  }

  /** Calls that begin together, and are still running. */
  List<Permit> running(int count) {
    return IntStream.range(0, count).mapToObj(call -> admitted()).toList();
  }

  /** Opens it by failures. */
  Lab open() {
    calls(4, Verdict.FAILURE);
    return this;
  }

  /** Opens it, and lets the open time pass. */
  Lab due() {
    open();
    advance(OPEN_FOR);
    return this;
  }

  void advance(Duration duration) {
    time.advance(duration.toNanos());
  }

  Position position() {
    return breaker.view().position();
  }

  List<String> sentences() {
    return events.stream().map(Event::sentence).toList();
  }
}
