package dev.holdfast.core.policy.idempotent;

import dev.holdfast.CallRefusedException;
import dev.holdfast.core.call.Causes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Which failures are stored for duplicates: those of the listed types, told by the closest one.
 * Errors, interrupts, cancellations and refusals say nothing of the call itself, and are stored
 * only where exactly their type is listed.
 *
 * @param types binary names
 */
record Remembered(List<String> types) {

  Remembered {
    types = List.copyOf(types);
  }

  /** The listed type as which a failure is stored; empty if it is not. */
  Optional<String> closest(Throwable failure) {
    Optional<String> asThrown = exactly(failure.getClass());
    if (asThrown.isPresent()) {
      return asThrown;
    }
    Throwable inner = Causes.unwrap(failure);
    if (saysNothing(inner)) {
      return exactly(inner.getClass());
    }
    for (Class<?> type = inner.getClass(); type != null; type = type.getSuperclass()) {
      Optional<String> listed = exactly(type);
      if (listed.isPresent()) {
        return listed;
      }
    }
    return Optional.empty();
  }

  private Optional<String> exactly(Class<?> type) {
    return types.contains(type.getName()) ? Optional.of(type.getName()) : Optional.empty();
  }

  private static boolean saysNothing(Throwable failure) {
    return failure instanceof Error
        || failure instanceof InterruptedException
        || failure instanceof CancellationException
        || failure instanceof CallRefusedException;
  }
}
