package dev.holdfast.core.keypath;

import dev.holdfast.core.call.Call;
import org.jspecify.annotations.Nullable;

/** Reads a key from the arguments of calls; bound to one method. */
@FunctionalInterface
public interface PathReader {

  /**
   * The key of a call, or null if it has none: something on the way was null, an empty {@code
   * Optional} or an absent entry, or the whole is blank.
   *
   * @throws Throwable what an accessor of the application threw, noted by {@link Call#threw}
   */
  @Nullable String read(Call call) throws Throwable;
}
