package dev.holdfast.core.call;

import dev.holdfast.AttemptFailure;
import dev.holdfast.CallRefusedException;
import dev.holdfast.core.call.FailureTypes.Listed;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells after which failures the effect of a call may have happened all the same.
 *
 * <p>The cause chain is searched from the outside: the first link that tells anything decides,
 * because clients wrap what they know into what they know better (a connect failure is caused by a
 * closed channel). Attempts that failed before, as a retry attaches them, are judged too. The
 * causes of a refusal are not: they are failures of other calls.
 */
public final class Ambiguity {

  private static final FailureTypes SQL =
      new FailureTypes(List.of("java.sql.SQLException"), List.of());

  private final Responses responses;
  private final List<AmbiguityClues> clues;
  private final FailureTypes types;

  /** Judges by these clues and by the answers that these clients bring. */
  public Ambiguity(Responses responses, List<AmbiguityClues> clues) {
    this.responses = responses;
    this.clues = List.copyOf(clues);
    types =
        new FailureTypes(
            clues.stream().flatMap(clue -> clue.ambiguous().stream()).toList(),
            clues.stream().flatMap(clue -> clue.unsent().stream()).toList());
  }

  /** Judges by all that the engine knows. */
  public static Ambiguity installed() {
    return Installed.AMBIGUITY;
  }

  /** Whether the effect may have happened although the call failed in this way. */
  public boolean isAmbiguous(Throwable failure) {
    return isAmbiguous(failure, null);
  }

  /**
   * Whether the effect may have happened although the call failed in this way. A failure of which
   * nothing is known is one if the attempt had written anything.
   *
   * @param requests of the attempt; null where they were not watched
   */
  public boolean isAmbiguous(Throwable failure, @Nullable Requests requests) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Listed told = judge(failure, seen);
    return told == Listed.NOWHERE ? requests != null && requests.hasWritten() : told == Listed.ON;
  }

  private Listed judge(Throwable failure, Set<Throwable> seen) {
    Listed told = Listed.NOWHERE;
    for (Throwable link = failure; link != null && seen.add(link); link = next(link)) {
      for (Throwable suppressed : link.getSuppressed()) {
        Throwable earlier = suppressed instanceof AttemptFailure ? suppressed.getCause() : null;
        if (earlier != null && judge(earlier, seen) == Listed.ON) {
          return Listed.ON;
        }
      }
      if (told == Listed.NOWHERE) {
        told = judge(link);
      }
    }
    return told;
  }

  private static @Nullable Throwable next(Throwable link) {
    return link instanceof CallRefusedException ? null : link.getCause();
  }

  private Listed judge(Throwable link) {
    Optional<HttpAnswer> answer = responses.in(link);
    if (answer.isPresent()) {
      return answer.get().isAmbiguous() ? Listed.ON : Listed.NOT;
    }
    for (AmbiguityClues clue : clues) {
      if (clue.tellsUnsent(link)) {
        return Listed.NOT;
      }
    }
    Listed byType = types.closest(link);
    return byType == Listed.NOWHERE && SQL.covers(link) ? OfSql.judge(link) : byType;
  }

  /** Loaded only where there is SQL: a JVM may lack the module. */
  private static final class OfSql {

    /**
     * Connections that broke, and statements whose completion is unknown.
     *
     * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">SQLSTATE
     *     classes 08 and 40 of the SQL standard</a>
     */
    private static final Set<String> AMBIGUOUS = Set.of("08006", "08007", "08S01", "40003");

    /** Connections that were not made, or were rejected. */
    private static final Set<String> UNSENT = Set.of("08001", "08004");

    private static final String ROLLED_BACK = "40";

    static Listed judge(Throwable failure) {
      String state = failure instanceof SQLException sql ? sql.getSQLState() : null;
      if (state == null) {
        return Listed.NOWHERE;
      }
      if (AMBIGUOUS.contains(state)) {
        return Listed.ON;
      }
      return UNSENT.contains(state) || state.startsWith(ROLLED_BACK) ? Listed.NOT : Listed.NOWHERE;
    }
  }

  private static final class Installed {
    static final Ambiguity AMBIGUITY =
        new Ambiguity(
            Responses.installed(),
            ServiceLoader.load(AmbiguityClues.class, AmbiguityClues.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
  }
}
