package dev.holdfast.core.wire;

import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Interruption;
import dev.holdfast.core.call.Requests;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.time.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells clients what their requests take along; asked right before a request is sent, on the thread
 * that sends it.
 *
 * <p>Outside of guarded calls that is one read of a static field until there first is something to
 * know, and one of a thread-local from then on.
 */
public final class Wire {

  /** Milliseconds that are left until the caller's deadline. */
  public static final String DEADLINE = "Holdfast-Deadline-Ms";

  /** Methods that change nothing at the callee: RFC 9110, section 9.2.1. */
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final WireSettings settings;
  private final Time time;

  private Wire(WireSettings settings, Time time) {
    this.settings = settings;
    this.time = time;
  }

  /** A wire with the settings in force. */
  public static Wire of(Configuration configuration, Time time) {
    return new Wire(WireSettings.of(configuration), time);
  }

  /** The header that keys are sent by. */
  public String keyHeader() {
    return settings.keyHeader().name();
  }

  /**
   * Whether a request may have anything to take along: only in guarded calls, not in all that is
   * done while a request is served; cheap.
   */
  public boolean isOpen() {
    return Scopes.isInCall() && !(Scopes.current().isNone() && Interruption.soonest() == null);
  }

  /**
   * A request is about to be sent.
   *
   * @param method of the request
   * @param host where it goes, without a port
   * @param path without the query
   * @param own what the application itself has set a header of that name to; null: it has not
   * @return null: the request goes as it is
   * @throws dev.holdfast.CallRefusedException if the call's key cannot be sent
   */
  public @Nullable Outgoing begin(
      String method,
      @Nullable String host,
      @Nullable String path,
      Function<String, @Nullable String> own) {
    if (!isOpen()) {
      return null;
    }
    Scope scope = Scopes.current();
    Target target =
        new Target(
            method.toUpperCase(Locale.ROOT),
            host == null ? "" : host.toLowerCase(Locale.ROOT),
            path == null || path.isEmpty() ? "/" : path);
    long deadlineNanos = left(scope.deadline());
    List<Outgoing.Header> headers = new ArrayList<>(2);
    String ownKey = own.apply(keyHeader());
    boolean carriesKey =
        ownKey == null ? addKey(scope, target, headers) : settings.keyHeader().isOf(scope, ownKey);
    if (deadlineNanos != Outgoing.UNLIMITED && isShown(target) && own.apply(DEADLINE) == null) {
      headers.add(new Outgoing.Header(DEADLINE, millis(deadlineNanos)));
    }
    if (scope.requests() != null) {
      scope.requests().write(carriesKey, mayHaveEffect(target.method()));
    }
    long leftNanos = leftNanos(scope);
    return headers.isEmpty() && leftNanos == Outgoing.UNLIMITED
        ? null
        : new Outgoing(headers, leftNanos);
  }

  /** What limits a request that is on its way now; it takes nothing more along. */
  public Outgoing limit() {
    return new Outgoing(List.of(), isOpen() ? leftNanos(Scopes.current()) : Outgoing.UNLIMITED);
  }

  private long leftNanos(Scope scope) {
    return Math.min(left(scope.deadline()), left(Interruption.soonest()));
  }

  /**
   * A header of ours does not go on to where its request is redirected: what that does there is
   * done without the key.
   *
   * @param requests of the attempt that the request belongs to
   * @param method of the request that goes on
   */
  public static void withhold(Outgoing.Header header, @Nullable Requests requests, String method) {
    if (requests != null && header.isKey()) {
      requests.write(false, mayHaveEffect(method.toUpperCase(Locale.ROOT)));
    }
  }

  private static boolean mayHaveEffect(String method) {
    return !SAFE.contains(method);
  }

  private boolean addKey(Scope scope, Target target, List<Outgoing.Header> headers) {
    String key = scope.outgoingKey();
    Requests requests = scope.requests();
    if (key == null
        || key.isBlank()
        || requests == null
        || !settings.keyMethods().contains(target.method())
        || !isShown(target)) {
      return false;
    }
    int number = requests.number(target);
    headers.add(settings.keyHeader().carrying(number == 1 ? key : key + "-" + number, target));
    return true;
  }

  private boolean isShown(Target target) {
    return settings.hosts().contain(target.host());
  }

  private long left(@Nullable Deadline deadline) {
    return deadline == null ? Outgoing.UNLIMITED : deadline.remainingNanos(time);
  }

  private static String millis(long nanos) {
    return Long.toString(Math.max(0, nanos) / 1_000_000);
  }
}
