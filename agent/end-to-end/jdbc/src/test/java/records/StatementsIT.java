package records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatementsIT {

  /** A statement that is cut at 500 ms must have ended by then. */
  private static final long LIMIT_MILLIS = 700;

  private static final Pattern MILLIS = Pattern.compile(" after (\\d+) ms");

  @ParameterizedTest
  @MethodSource("jdks")
  void cutsStatementsOfPostgresAtTheDeadline(Jdk jdk) throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      ForkedJvm.Result result =
          run(
              jdk,
              server.getJdbcUrl("postgres", "postgres"),
              "select pg_sleep(60)",
              "select 'done' from pg_sleep(0.3)",
              "select pg_backend_pid() || ' and ' || count(*) from pg_stat_activity"
                  + " where query like '%pg_sleep(60)%' and state = 'active'"
                  + " and pid <> pg_backend_pid()");

      verify(result);
    }
  }

  @Test
  void cutsStatementsOfH2AtTheDeadline() throws Exception {
    String count = "select count(*) from system_range(1, %d) a, system_range(1, 1000) b";
    ForkedJvm.Result result =
        run(
            Jdk.own(),
            "jdbc:h2:mem:records",
            count.formatted(100_000_000),
            "select case when count(*) > 0 then 'done' end from system_range(1, 3000000) where mod(x, 7) = 1",
            "select session_id() || ' and ' || count(*) from information_schema.sessions"
                + " where executing_statement like '%100000000%'");

    verify(result);
  }

  @SuppressWarnings("SystemOut")
  private static void verify(ForkedJvm.Result result) {
    System.out.println(result.out());
    List<String> lines = result.out().lines().toList();
    assertThat(lines.stream().map(line -> MILLIS.matcher(line).replaceAll("")))
        .as(result.err())
        .containsExactly(
            "quick: quick, same session, nothing runs",
            "statement: DeadlineExceededException, same session, nothing runs",
            "own time-out 30 s",
            "prepared: DeadlineExceededException, same session, nothing runs",
            "transaction: DeadlineExceededException, same session, nothing runs",
            "attempts: AttemptTimeoutException, same session, nothing runs",
            "write, NONE: after attempt 1, same session, nothing runs",
            "write, COMMIT: after attempt 1, same session, nothing runs",
            "write, ROLLBACK: after attempt 2, same session, nothing runs",
            "write, AUTO_COMMIT: after attempt 1, same session, nothing runs",
            "write, COMMIT_AFTER_ROLLBACK_ELSEWHERE: after attempt 1, same session, nothing runs",
            "shielded: done, same session, nothing runs");
    assertThat(lines.stream().filter(line -> line.contains("Deadline")).map(StatementsIT::millis))
        .allSatisfy(millis -> assertThat(millis).isBetween(500L, LIMIT_MILLIS));
  }

  private static long millis(String line) {
    return MILLIS.matcher(line).results().map(MatchResult::group).findFirst().stream()
        .mapToLong(found -> Long.parseLong(found.replaceAll("\\D", "")))
        .sum();
  }

  private static Stream<Jdk> jdks() {
    return Jdk.tested().stream();
  }

  private static ForkedJvm.Result run(Jdk jdk, String... arguments) throws Exception {
    Path[] classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.matches(".*holdfast-(annotations|testkit)[^/]*"))
            .map(Path::of)
            .toArray(Path[]::new);
    return ForkedJvm.of(jdk)
        .withAgent()
        .withOptions("-Dholdfast.log.to=stderr")
        .withClassPath(classPath)
        .run("records.Program", arguments);
  }
}
