package dev.holdfast.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestsTest {

  private final Requests first = Requests.numbered(null, key("k"));

  @Test
  void numberTargetsAndWhatIsSentToOneAgain() {
    assertThat(numbers(first, "a", "b", "a", "c", "a")).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void haveTheSameNumbersInEveryAttempt() {
    numbers(first, "a", "b", "a");

    assertThat(numbers(first.again(), "a", "b", "a", "b")).containsExactly(1, 2, 3, 4);
    assertThat(numbers(first.again(), "b", "a", "a")).containsExactly(2, 1, 3);
  }

  @Test
  void goOnCountingInACallFurtherInAndInItsAttempts() {
    numbers(first, "a");
    Requests inner = first.inside();

    assertThat(numbers(inner, "a", "b")).containsExactly(2, 3);
    assertThat(numbers(inner.again(), "a", "b")).containsExactly(2, 3);
    assertThat(numbers(first, "a", "b")).containsExactly(4, 5);
  }

  @Test
  void keepTheirNumberWhereALibraryMakesThemAgain() {
    numbers(first, "a");

    assertThat(numbers(first.repeating(), "a", "b", "a", "b")).containsExactly(2, 3, 2, 3);
    assertThat(numbers(first, "a", "b")).containsExactly(4, 5);
    assertThat(numbers(first.again(), "a")).containsExactly(1);
  }

  @Test
  void countOnTheirOwnUnderAnotherKey() {
    numbers(first, "a");

    assertThat(numbers(Requests.numbered(first, key("other")), "a", "b")).containsExactly(1, 2);
    assertThat(numbers(first, "a")).containsExactly(2);
  }

  @Test
  void tellWhatWasWrittenToTheCallsAroundToo() {
    Requests inner = Requests.numbered(first.inside(), key("other"));

    inner.write(true, true);

    assertThat(inner.hasWritten()).isTrue();
    assertThat(first.hasWritten()).isTrue();
    assertThat(first.again().hasWritten()).isFalse();
  }

  @Test
  void carriedTheKeyIfEveryRequestThatMayHaveAnEffectDid() {
    first.write(false, false);
    assertThat(first.hasCarriedKey()).isFalse();

    first.write(true, true);
    assertThat(first.hasCarriedKey()).isTrue();

    first.write(false, true);
    assertThat(first.hasCarriedKey()).isFalse();
  }

  @Test
  void carriedTheKeyOfACallAroundWhereThatIsTheSame() {
    Requests.numbered(first.inside(), key("k")).write(true, true);
    assertThat(first.hasCarriedKey()).isTrue();

    Requests inner = Requests.numbered(first.inside(), key("other"));
    inner.write(true, true);
    assertThat(inner.hasCarriedKey()).isTrue();
    assertThat(first.hasCarriedKey()).isFalse();
  }

  private static CarriedKey key(String text) {
    return new CarriedKey.Known(text, text);
  }

  private static List<Integer> numbers(Requests requests, String... targets) {
    return Stream.of(targets).map(requests::number).toList();
  }

  @Test
  void whatATransactionDidIsWrittenByItsCommitAndGoneByItsRollback() {
    Requests requests = first.inside();
    requests.commit();
    boolean afterEmptyCommit = requests.hasWritten();
    requests.pend("one");
    requests.rollback("one");
    requests.commit();
    boolean afterRollback = requests.hasWritten();
    requests.pend("one");
    boolean before = requests.hasWritten();
    first.commit();
    boolean outside = first.hasWritten();

    assertThat(List.of(afterEmptyCommit, afterRollback, before, outside))
        .containsExactly(false, false, false, true);
  }

  @Test
  void whatATransactionDidOutlastsTheRollbackOfAnotherOne() {
    first.pend("one");
    first.pend("two");
    first.rollback("two");
    first.commit("two");
    boolean afterTheOther = first.hasWritten();
    first.commit("one");

    assertThat(afterTheOther).isFalse();
    assertThat(first.hasWritten()).isTrue();
    assertThat(first.hasCarriedKey()).isFalse();
  }
}
