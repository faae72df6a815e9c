package dev.holdfast.core.call;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt of a call has sent out of the process, and the numbers of its requests: the n-th
 * request to one target is the same one in every attempt, and so goes under the same number.
 *
 * <p>Guarded calls further in, and their attempts, have objects of their own that count on from
 * where they began; what they send is also sent by the calls around them. May be used by several
 * threads: an attempt can do things side by side.
 */
public final class Requests {

  private final Numbers numbers;
  private final @Nullable Requests outer;
  private final Map<Object, Integer> before;
  private final Map<Object, Integer> sent;

  /** The numbers of targets where those are one request however often it is made. */
  private final @Nullable Map<Object, Integer> repeated;

  // All below is guarded by the numbers.
  private boolean hasWritten;
  private boolean hasCarriedKey;
  private boolean hasForgottenKey;

  /** Transactions with something in them that waits for their commit, by identity. */
  private final List<WeakReference<Object>> pending = new ArrayList<>(0);

  private Requests(Numbers numbers, @Nullable Requests outer, Map<Object, Integer> before) {
    this(numbers, outer, before, null);
  }

  private Requests(
      Numbers numbers,
      @Nullable Requests outer,
      Map<Object, Integer> before,
      @Nullable Map<Object, Integer> repeated) {
    this.numbers = numbers;
    this.repeated = repeated;
    this.outer = outer;
    this.before = before;
    sent = new HashMap<>(before);
  }

  /**
   * Those of a call that numbers its own.
   *
   * @param outer those of the call around it
   * @param key by which they go
   */
  public static Requests numbered(@Nullable Requests outer, @Nullable CarriedKey key) {
    return new Requests(new Numbers(key), outer, Map.of());
  }

  /** Those of a guarded call that begins inside, and has no numbers of its own. */
  Requests inside() {
    synchronized (numbers) {
      return new Requests(numbers, this, Map.copyOf(sent));
    }
  }

  /** Those of another attempt of the same call. */
  Requests again() {
    return new Requests(numbers, outer, before);
  }

  /** Those of a part of the attempt in which a library itself makes its request again. */
  Requests repeating() {
    synchronized (numbers) {
      return new Requests(numbers, this, Map.copyOf(sent), new HashMap<>());
    }
  }

  /**
   * The number of a request that begins now: 1 for the first target's first one, then 2, 3 ... for
   * each that no attempt has made before.
   *
   * @param target tells requests that are alike, by {@code equals}
   */
  public int number(Object target) {
    synchronized (numbers) {
      return repeated == null
          ? next(target)
          : repeated.computeIfAbsent(target, unknown -> next(target));
    }
  }

  private int next(Object target) {
    synchronized (numbers) {
      int occurrence = sent.merge(target, 1, Integer::sum);
      Requests around = outer;
      while (around != null && around.numbers == numbers) {
        around.sent.merge(target, occurrence, Math::max);
        around = around.outer;
      }
      return numbers.of(target, occurrence);
    }
  }

  /**
   * A request is about to be written. To a call around it that has another key it is one without:
   * that key may be a new one in each attempt.
   *
   * @param carriesKey whether it carries the call's key
   * @param mayHaveEffect whether its method is one that changes something at the callee
   */
  public void write(boolean carriesKey, boolean mayHaveEffect) {
    for (Requests each = this; each != null; each = each.outer) {
      boolean carriesItsKey = carriesKey && numbers.areOfKeyOf(each.numbers);
      synchronized (each.numbers) {
        each.hasWritten = true;
        each.hasCarriedKey |= carriesItsKey;
        each.hasForgottenKey |= mayHaveEffect && !carriesItsKey;
      }
    }
  }

  /**
   * A statement is about to be executed whose effect waits for a commit.
   *
   * @param transaction tells its transaction from others by identity: the connection
   */
  public void pend(Object transaction) {
    for (Requests each = this; each != null; each = each.outer) {
      synchronized (each.numbers) {
        each.pending.removeIf(one -> one.refersTo(transaction) || one.refersTo(null));
        each.pending.add(new WeakReference<>(transaction));
      }
    }
  }

  /**
   * A transaction is about to be committed: what was pending counts as written, without the key.
   * Whose transaction it is does not matter, because a connection may be known by several objects.
   */
  public void commit() {
    for (Requests each = this; each != null; each = each.outer) {
      synchronized (each.numbers) {
        each.settle(!each.pending.isEmpty());
        each.pending.clear();
      }
    }
  }

  /** The same if that very transaction is open. */
  public void commit(Object transaction) {
    for (Requests each = this; each != null; each = each.outer) {
      synchronized (each.numbers) {
        each.settle(each.pending.removeIf(one -> one.refersTo(transaction)));
      }
    }
  }

  private void settle(boolean wasPending) {
    hasWritten |= wasPending;
    hasForgottenKey |= wasPending;
  }

  /** That transaction is rolled back: nothing of it is pending any more. */
  public void rollback(Object transaction) {
    for (Requests each = this; each != null; each = each.outer) {
      synchronized (each.numbers) {
        each.pending.removeIf(one -> one.refersTo(transaction));
      }
    }
  }

  /** Whether the attempt wrote any request that the agent saw. */
  public boolean hasWritten() {
    synchronized (numbers) {
      return hasWritten;
    }
  }

  /** Whether the key went to the callee, by every request of the attempt that may have effects. */
  public boolean hasCarriedKey() {
    synchronized (numbers) {
      return hasCarriedKey && !hasForgottenKey;
    }
  }

  /** The numbers that the requests of one logical call have, by target and occurrence. */
  private static final class Numbers {

    private final @Nullable CarriedKey key;
    private final Map<Object, List<Integer>> byTarget = new HashMap<>();
    private int last;

    Numbers(@Nullable CarriedKey key) {
      this.key = key;
    }

    boolean areOfKeyOf(Numbers others) {
      return others == this
          || (key != null && others.key != null && key.outgoing().equals(others.key.outgoing()));
    }

    int of(Object target, int occurrence) {
      List<Integer> known = byTarget.computeIfAbsent(target, unknown -> new ArrayList<>(1));
      while (known.size() < occurrence) {
        known.add(++last);
      }
      return known.get(occurrence - 1);
    }
  }
}
