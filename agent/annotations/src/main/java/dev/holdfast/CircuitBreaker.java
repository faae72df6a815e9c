package dev.holdfast;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stops calling a method that mostly fails, and tries it again from time to time.
 *
 * <p>Closed, it counts outcomes in a window; at {@link #failureRate()} or {@link #slowRate()} it
 * opens. Open, the method does not run and the caller gets {@link CircuitOpenException} at once.
 * After {@link #openFor()} it is half-open and admits {@link #halfOpenCalls()} trial calls: all of
 * them good closes it, one bad opens it again for twice as long.
 *
 * @see <a href="https://martinfowler.com/bliki/CircuitBreaker.html">Martin Fowler, CircuitBreaker,
 *     after Michael Nygard, Release It!</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface CircuitBreaker {

  /**
   * Methods that give the same name share one breaker in the whole JVM and must give it the same
   * settings. Empty: the fully qualified {@code Class#method}, with parameter types if it is
   * overloaded, one for each class loader.
   */
  String name() default "";

  /**
   * What outcomes are counted: the last N calls ({@code "100"}) or the last duration ({@code
   * "30s"}).
   */
  String window() default "100";

  /** Percentage of failures at or above which it opens; above 0, at most 100. */
  double failureRate() default 50;

  /** No decision is taken on fewer outcomes than this; at least 1. */
  int minimumCalls() default 20;

  /** A call that takes at least this long, as a duration, is slow; empty: none is. */
  String slowCall() default "";

  /** Percentage of slow calls at or above which it opens; above 0, at most 100. */
  double slowRate() default 100;

  /** How long it stays open before the first trial, as a duration. Doubles each time one fails. */
  String openFor() default "30s";

  /** The longest time it stays open, as a duration; at least {@link #openFor()}. */
  String maxOpenFor() default "5m";

  /** Trial calls allowed at once, and needed to close it; at least 1. */
  int halfOpenCalls() default 3;

  /**
   * What counts as a failure. Between {@code on} and {@link #not()} the type closest to the failure
   * wins, {@code not} on a tie.
   */
  Class<? extends Throwable>[] on() default Throwable.class;

  /** What counts neither as a failure nor as a success. */
  Class<? extends Throwable>[] not() default {};

  /**
   * A path over the parameters, as in {@link Idempotent#key()}: one breaker for each of its values.
   * Empty: one breaker for all calls.
   */
  String key() default "";

  /**
   * How many breakers a {@link #key()} may make; at least 1. Past it the least recently used closed
   * one goes.
   */
  int maxKeys() default 10_000;

  /**
   * HTTP statuses, numbers and ranges separated by commas, that make a response of a known client a
   * failure, whether the client returns or throws it; other statuses are successes.
   */
  String statuses() default "429,500-599";

  /**
   * Whether a server's {@code Retry-After} opens it for that long, at most {@link #maxOpenFor()}.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, Retry-After</a>
   */
  boolean retryAfter() default false;
}
