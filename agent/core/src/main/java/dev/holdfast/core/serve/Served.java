package dev.holdfast.core.serve;

import dev.holdfast.core.call.Deadline;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.ServedRequest;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A request that a server of the application has received. Holds nothing of the server's: threads
 * remember it for longer than it lasts.
 */
public final class Served implements ServedRequest {

  private final String name;
  private final @Nullable String key;
  private final @Nullable Deadline deadline;
  private final Map<String, String> others;
  private final AtomicInteger exhausted = new AtomicInteger();
  private volatile @Nullable String principal;
  private volatile boolean isActive;

  /**
   * @param others headers that plans name, by their names in lower case
   */
  Served(
      String name, @Nullable String key, @Nullable Deadline deadline, Map<String, String> others) {
    this.name = name;
    this.key = key;
    this.deadline = deadline;
    this.others = Map.copyOf(others);
  }

  /** What guarded calls that are made for it may know; nothing, where it brought nothing along. */
  public Scope scope() {
    if (!isKeyed() && deadline == null) {
      return Scope.NONE;
    }
    Scope scope = Scope.NONE.serving(this);
    return deadline == null ? scope : scope.withDeadline(deadline);
  }

  /** Whether it carries what may be a key, and so it matters who asks. */
  public boolean isKeyed() {
    return key != null || !others.isEmpty();
  }

  /** Who asks is known by now. */
  public void authenticate(String who) {
    principal = who;
  }

  /** Whether its handler runs on some thread. */
  public boolean isActive() {
    return isActive;
  }

  /** Its handler begins or ends; one that goes on elsewhere may begin several times. */
  public void activate(boolean begins) {
    isActive = begins;
  }

  @Nullable Deadline deadline() {
    return deadline;
  }

  @Override
  public @Nullable String header(String header) {
    return header.equalsIgnoreCase(Reception.KEY)
        ? key
        : others.get(header.toLowerCase(Locale.ROOT));
  }

  @Override
  public @Nullable String principal() {
    return principal;
  }

  @Override
  public void exhaust(int attempts) {
    exhausted.accumulateAndGet(attempts, Math::max);
  }

  @Override
  public int exhausted() {
    return exhausted.get();
  }

  @Override
  public String toString() {
    return name;
  }
}
