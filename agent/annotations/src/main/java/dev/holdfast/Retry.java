package dev.holdfast;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls the method again when it fails, after a growing, jittered wait.
 *
 * <p>Never retried, unless {@link #on()} lists exactly the thrown type: {@code Error}, {@code
 * InterruptedException}, security failures and every {@link CallRefusedException}. {@code
 * CompletionException}, {@code ExecutionException}, {@code InvocationTargetException} and {@code
 * UndeclaredThrowableException} are looked through. When the attempts run out the caller gets the
 * last failure itself; the earlier ones are attached to it as {@link AttemptFailure}s.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Retry {

  /** Attempts in total, the first included; at least 1. */
  int maxAttempts() default 3;

  /**
   * The whole call, waits included, as a duration: after it no attempt starts and no wait ends. The
   * default is kept to within 100 ms. A value that is set is a {@link Deadline} as well: nested
   * guarded calls inherit it, and the attempt in flight is cut at it.
   */
  String maxDuration() default "200s";

  /** The base wait before the second attempt, as a duration; at least 0. */
  String backoff() default "100ms";

  /** Growth from wait to wait; at least 1. */
  double multiplier() default 2.0;

  /** No computed wait is longer, as a duration; a server's {@code Retry-After} may be. */
  String maxBackoff() default "20s";

  /** How each wait is spread. */
  Jitter jitter() default Jitter.FULL;

  /**
   * Each attempt's own limit, as a duration; empty: none. It shrinks to what is left of the whole
   * call. An attempt cut by it fails with {@link AttemptTimeoutException}; an attempt that returns
   * normally all the same, late, is a success.
   */
  String attemptTimeout() default "";

  /**
   * Failures that are retried. Between {@code on} and {@link #not()} the type closest to the
   * failure wins, {@code not} on a tie.
   */
  Class<? extends Throwable>[] on() default Exception.class;

  /** Failures that are not retried. */
  Class<? extends Throwable>[] not() default {};

  /**
   * Name of a method of the same class that takes the result and returns {@code boolean}; true: try
   * again. Empty: every result is good. When the attempts run out the caller gets the result.
   */
  String onResult() default "";

  /**
   * Whether a server's demand is the floor of the next wait.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, Retry-After</a>
   */
  boolean retryAfter() default true;

  /**
   * The longest {@code Retry-After} that is waited for, as a duration. A longer demand fails at
   * once: it is never cut short and tried early.
   */
  String maxRetryAfter() default "10s";

  /**
   * HTTP statuses, numbers and ranges separated by commas, that make a response of a known client a
   * failure to retry, whether the client returns or throws it; other statuses are not retried.
   * Empty: responses are not judged.
   */
  String statuses() default "429,502,503,504";

  /**
   * Whether to retry a failure after which the effect may have happened already: a read timeout, a
   * connection that broke after the request was written, a 5xx answer. False: only if every attempt
   * carries the call's idempotency key to the callee.
   */
  boolean retryAmbiguous() default true;

  /**
   * Name of the retry budget that this method shares with others of the same name; empty: the one
   * of the declaring class. A budget lets retries through up to 20 % of the calls of the last 10 s
   * plus 10 a second, unless {@code holdfast.budget.NAME} says otherwise.
   */
  String budget() default "";
}
