package dev.holdfast.core.policy.idempotent;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * The message of a remembered failure. Many constructors take no message, but something that they
 * put into one: {@code new NotFound("17")} says "order 17 not found". What they make of the whole
 * message shows what stands before and after it.
 */
record RememberedMessage(@Nullable String text) {

  /**
   * A failure with this message, or the closest that the constructor can make.
   *
   * @param constructor of type {@code (String)Throwable}
   */
  Throwable giveBy(MethodHandle constructor) throws Throwable {
    Throwable made = (Throwable) constructor.invokeExact(text);
    String argument = argument(text, made.getMessage());
    return argument == null ? made : (Throwable) constructor.invokeExact(argument);
  }

  /** Of what a constructor would make the wanted text that makes {@code made} of it. */
  private static @Nullable String argument(@Nullable String wanted, @Nullable String made) {
    if (wanted == null || made == null || made.equals(wanted)) {
      return null;
    }
    int begin = made.indexOf(wanted);
    int after = made.length() - wanted.length() - begin;
    int end = wanted.length() - after;
    return begin >= 0
            && begin <= end
            && made.startsWith(wanted.substring(0, begin))
            && made.endsWith(wanted.substring(end))
        ? wanted.substring(begin, end)
        : null;
  }
}
