package dev.holdfast.core.serve;

import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.WantedHeaders;
import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.config.Mode;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.time.Time;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what requests bring along, by the settings in force when the server was first met.
 *
 * @param keyHeader the header that brings the key of the logical call: {@code
 *     holdfast.http.idempotency-key.header}
 * @param trustsDeadlines {@code holdfast.http.trust-deadline}
 * @param marks whether answers say that attempts were made: {@code holdfast.http.retried}
 * @param refusesLate whether nothing is begun for a caller whose deadline has passed: {@code
 *     holdfast.http.refuse-late}, unless guards only observe
 */
public record Reception(
    Time time, String keyHeader, boolean trustsDeadlines, boolean marks, boolean refusesLate) {

  /** What plans call the header that brings the key, whatever its name is. */
  static final String KEY = "Idempotency-Key";

  /** The milliseconds that the caller has left. */
  static final String DEADLINE = "Holdfast-Deadline-Ms";

  private static final long MILLI = 1_000_000;

  /** More digits than this are more milliseconds than a {@code long} of nanoseconds holds. */
  private static final int MOST_DIGITS = 12;

  /** By what the engine offers. */
  public static Reception of(Services services) {
    Configuration settings = services.configuration();
    return new Reception(
        services.time(),
        settings.text("holdfast.http.idempotency-key.header", KEY).strip(),
        isTrue(settings, "holdfast.http.trust-deadline"),
        !settings.text("holdfast.http.retried", "obey").strip().equalsIgnoreCase("ignore"),
        isTrue(settings, "holdfast.http.refuse-late") && settings.mode() != Mode.OBSERVE);
  }

  private static boolean isTrue(Configuration settings, String key) {
    return settings.text(key, "true").strip().equalsIgnoreCase("true");
  }

  /**
   * A request that has arrived.
   *
   * @param name its method and path, for messages
   * @param headers the fields of a header by its name; none: an empty list
   */
  public Served receive(String name, Function<String, List<String>> headers) {
    return new Served(
        name,
        single(headers.apply(keyHeader)),
        deadline(name, headers.apply(DEADLINE)),
        others(headers));
  }

  /** Whether a request is not even begun: nobody waits for its answer any more. */
  public boolean isTooLate(Served request) {
    Deadline deadline = request.deadline();
    return refusesLate && deadline != null && deadline.remainingNanos(time) <= 0;
  }

  private static Map<String, String> others(Function<String, List<String>> headers) {
    Map<String, String> others = new HashMap<>();
    for (String name : WantedHeaders.names()) {
      String value = single(headers.apply(name));
      if (value != null) {
        others.put(name, value);
      }
    }
    return others;
  }

  /** Fields that contradict one another are none. */
  private static @Nullable String single(List<String> fields) {
    Set<String> values = new HashSet<>(fields);
    return values.size() == 1 ? values.iterator().next() : null;
  }

  private @Nullable Deadline deadline(String name, List<String> fields) {
    String text = fields.size() == 1 ? fields.get(0).strip() : "";
    if (!trustsDeadlines
        || text.isEmpty()
        || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      return null;
    }
    String significant = text.replaceFirst("^0+(?=.)", "");
    long millis = significant.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(significant);
    long nanos = millis > Long.MAX_VALUE / MILLI ? Long.MAX_VALUE : millis * MILLI;
    return Deadline.after(nanos, time, name);
  }
}
