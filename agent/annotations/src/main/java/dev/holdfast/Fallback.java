package dev.holdfast;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Answers in the method's place when it fails, so that the caller goes on with less.
 *
 * <p>With neither {@link #method()} nor {@link #value()} the answer is the null object of the
 * return type: nothing for {@code void}, {@code 0}, {@code false}, {@code ""}, an empty {@code
 * Optional}, collection, map, stream or array, a completed future of one of these, the constant
 * {@code EMPTY}, {@code NONE}, {@code NULL} or {@code UNKNOWN} or the factory {@code empty()},
 * {@code none()} or {@code unknown()} of the application's own type, a generated object for the
 * application's own interface, otherwise {@code null}. {@link Holdfast#degraded()} tells that an
 * answer was substituted. A fallback that fails throws its own failure, with the first one
 * suppressed in it.
 *
 * @see <a href="https://www.cs.oberlin.edu/~jwalker/nullObjPattern/">Bobby Woolf, Null Object
 *     (Pattern Languages of Program Design 3)</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Fallback {

  /**
   * A method of the same class, of any visibility, or a static one written {@code
   * some.pkg.Type#method}. It takes the same parameters, optionally followed by the failure: the
   * overload with the closest failure type wins. Excludes {@link #value()}.
   */
  String method() default "";

  /** A literal, converted to the return type. Excludes {@link #method()}. */
  String value() default "";

  /**
   * Failures that are covered; refusals by an open breaker, a passed deadline or an unavailable
   * store are. Between {@code on} and {@link #not()} the type closest to the failure wins, {@code
   * not} on a tie. Only if listed by exactly its type is covered: {@link OutcomeUnknownException},
   * {@link DuplicateCallException}, {@link IdempotencyKeyReusedException}, {@link
   * IdempotencyKeyMissingException}, {@code InterruptedException} and a security failure.
   */
  Class<? extends Throwable>[] on() default Exception.class;

  /** Failures that are not covered. */
  Class<? extends Throwable>[] not() default {};
}
