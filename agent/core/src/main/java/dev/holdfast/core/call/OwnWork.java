package dev.holdfast.core.call;

/**
 * What the agent itself does with the application's objects, in the middle of a call: no deadline
 * cuts it, it takes nothing along, and it does not count as done by the attempt. Begun and closed
 * on one thread.
 *
 * <pre>{@code
 * try (OwnWork unseen = OwnWork.begin()) {
 *   ...
 * }
 * }</pre>
 */
public final class OwnWork implements AutoCloseable {

  private final Scope outer;

  private OwnWork(Scope outer) {
    this.outer = outer;
  }

  /** From now on what the calling thread does is the agent's. */
  public static OwnWork begin() {
    Interruption.shield();
    return new OwnWork(Scopes.enter(Scope.NONE));
  }

  /** The calling thread goes on with the application's work; a cut that fell due comes now. */
  @Override
  public void close() {
    Scopes.leave(outer);
    Interruption.unshield();
  }
}
