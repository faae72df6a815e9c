package bank;

import static org.assertj.core.api.Assertions.assertThat;

import bank.Program.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keys that are rows of the same transaction, on whatever database. */
abstract class TillContract {

  abstract Program program();

  @Test
  void duplicateGetsTheResultAndBooksNothing() throws Exception {
    Answer first = post("/till/same/pay");
    Answer again = post("/till/same/pay");

    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(first.body()).startsWith("same paid ");
    assertThat(again).isEqualTo(first);
    assertThat(booked("same")).isEqualTo(1);
  }

  @Test
  void failureLeavesNeitherEffectNorKey() throws Exception {
    Answer failed = post("/till/failed/pay?failures=1");
    long none = booked("failed");
    Answer again = post("/till/failed/pay");

    assertThat(failed).isEqualTo(new Answer(500, "IllegalStateException"));
    assertThat(none).isZero();
    assertThat(again.status()).isEqualTo(200);
    assertThat(booked("failed")).isEqualTo(1);
  }

  @Test
  void eachAttemptClaimsTheKeyInItsOwnTransaction() throws Exception {
    Answer first = post("/till/stubborn/stubbornly?failures=2");
    Answer again = post("/till/stubborn/stubbornly");

    assertThat(first.status()).isEqualTo(200);
    assertThat(again).isEqualTo(first);
    assertThat(booked("stubborn")).isEqualTo(1);
  }

  @Test
  void rollbackFurtherOutLeavesNeitherEffectNorKey() throws Exception {
    Answer rolledBack = post("/till/further/inside?failures=1");
    long none = booked("further");
    Answer committed = post("/till/further/inside");
    Answer again = post("/till/further/inside");

    assertThat(rolledBack).isEqualTo(new Answer(500, "IllegalStateException"));
    assertThat(none).isZero();
    assertThat(committed.status()).isEqualTo(200);
    assertThat(Set.copyOf(List.of(committed.body().split(", ")))).hasSize(1);
    assertThat(again).isEqualTo(committed);
    assertThat(booked("further")).isEqualTo(1);
  }

  @Test
  void rollbackToASavepointLeavesNeitherEffectNorKey() throws Exception {
    Answer paid = post("/till/partly/partly");
    long booked = booked("partly");
    Answer again = post("/till/partly/partly");

    assertThat(paid.status()).as(paid.body()).isEqualTo(200);
    assertThat(booked).isEqualTo(1);
    assertThat(again).isEqualTo(paid);
    assertThat(booked("partly")).isEqualTo(1);
  }

  @Test
  void rollbackOfAnotherManagersTransactionFurtherOutTakesNoKeyWithIt() throws Exception {
    Answer rolledBack = post("/till/far/branch?failures=1");
    long booked = booked("far");
    Answer again = post("/till/far/branch");

    assertThat(rolledBack).isEqualTo(new Answer(500, "IllegalStateException"));
    assertThat(booked).isEqualTo(1);
    assertThat(again).isEqualTo(new Answer(200, "far paid 1"));
    assertThat(booked("far")).isEqualTo(1);
  }

  @Test
  void nothingRunsWhereNoTransactionIsOpen() throws Exception {
    Answer refused = post("/till/outside/outside");

    assertThat(refused)
        .isEqualTo(
            new Answer(
                503,
                "StoreUnavailableException: the store of bank.Till#payInside cannot be reached: no"
                    + " transaction is open (expected: one that begins before the body, by"
                    + " @Transactional for example, or a Connection argument with auto-commit"
                    + " off); nothing ran"));
    assertThat(booked("outside")).isZero();
  }

  @Test
  void connectionThatIsHandedOverIsTheOneThatCounts() throws Exception {
    post("/till/through/pay"); // the table is there from now on
    Answer rolledBack = post("/till/handed/through?commits=false");
    Answer committed = post("/till/handed/through?commits=true");
    Answer again = post("/till/handed/through?commits=true");

    assertThat(rolledBack.status()).isEqualTo(200);
    assertThat(committed).isNotEqualTo(rolledBack);
    assertThat(again).isEqualTo(committed);
    assertThat(booked("handed")).isEqualTo(1);
  }

  @Test
  void nothingRunsThroughAConnectionThatCommitsByItself() throws Exception {
    Answer refused = post("/till/committed/through-committed");

    assertThat(refused)
        .isEqualTo(
            new Answer(
                503,
                "StoreUnavailableException: the store of bank.Till#payThrough cannot be reached:"
                    + " its connection has auto-commit on (expected: off); nothing ran"));
    assertThat(booked("committed")).isZero();
  }

  @Test
  void duplicateOfCallInFlightIsRejectedWhereItIsToBe() throws Exception {
    Answer both = post("/till/busy/at-once/twice");

    assertThat(both.status()).isEqualTo(200);
    assertThat(both.body()).startsWith("DuplicateCallException while busy paid ");
    assertThat(booked("busy")).isEqualTo(1);
  }

  @Test
  void twentyAtOnceAreOneEffectAndOneResult() throws Exception {
    assertThat(twenty("/till/many/pay")).hasSize(1);
    assertThat(booked("many")).isEqualTo(1);
  }

  @Test
  void twentyAtOnceThatSeeAnOlderStateTryAgain() throws Exception {
    assertThat(twenty("/till/isolated/isolated")).hasSize(1);
    assertThat(booked("isolated")).isEqualTo(1);
  }

  private Set<Answer> twenty(String path) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(20);
    try {
      List<Callable<Answer>> calls = new ArrayList<>();
      while (calls.size() < 20) {
        calls.add(() -> post(path));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : callers.invokeAll(calls, 60, TimeUnit.SECONDS)) {
        answers.add(answer.get());
      }
      assertThat(answers).allMatch(answer -> answer.status() == 200);
      return answers.stream().collect(Collectors.toSet());
    } finally {
      callers.shutdownNow();
    }
  }

  private Answer post(String path) throws Exception {
    return program().post(path);
  }

  private long booked(String text) throws Exception {
    return Long.parseLong(program().get("/ledger/" + text).body());
  }
}
