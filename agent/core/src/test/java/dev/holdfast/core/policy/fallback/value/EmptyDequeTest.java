package dev.holdfast.core.policy.fallback.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A deque that answers as an empty one does, and cannot be changed. */
final class EmptyDequeTest {

  private final Deque<Object> deque = new EmptyDeque();

  static Stream<Consumer<Deque<Object>>> additions() {
    return Stream.of(
        deque -> deque.add("x"),
        deque -> deque.addFirst("x"),
        deque -> deque.addLast("x"),
        deque -> deque.offer("x"),
        deque -> deque.offerFirst("x"),
        deque -> deque.offerLast("x"),
        deque -> deque.push("x"));
  }

  static Stream<Consumer<Deque<Object>>> demands() {
    return Stream.of(
        Deque::element,
        Deque::getFirst,
        Deque::getLast,
        Deque::remove,
        Deque::removeFirst,
        Deque::removeLast,
        Deque::pop);
  }

  @ParameterizedTest
  @MethodSource("additions")
  void nothingCanBeAdded(Consumer<Deque<Object>> addition) {
    assertThatThrownBy(() -> addition.accept(deque))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @MethodSource("demands")
  void whatIsDemandedIsNotThere(Consumer<Deque<Object>> demand) {
    assertThatThrownBy(() -> demand.accept(deque)).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void whatIsAskedForIsNull() {
    assertThat(deque.poll()).isNull();
    assertThat(deque.pollFirst()).isNull();
    assertThat(deque.pollLast()).isNull();
    assertThat(deque.peek()).isNull();
    assertThat(deque.peekFirst()).isNull();
    assertThat(deque.peekLast()).isNull();
  }

  @Test
  void itIsEmptyFromBothEnds() {
    deque.clear();

    assertThat(deque).isEmpty();
    assertThat(deque.contains(null)).isFalse();
    assertThat(deque.descendingIterator()).isExhausted();
    assertThat(deque.removeFirstOccurrence("x")).isFalse();
    assertThat(deque.removeLastOccurrence("x")).isFalse();
  }
}
