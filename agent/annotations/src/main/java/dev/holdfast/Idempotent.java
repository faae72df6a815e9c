package dev.holdfast;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs the method once for each key: a second call with the same key gets the first one's result.
 *
 * <p>The result is kept in a store for {@link #ttl()}. A failure releases the key, so that the next
 * call runs, unless it is one of {@link #rememberFailures()} or, under {@link OnUnknown#FAIL}, one
 * after which the effect may have happened. In logs, events and messages a key appears only as a
 * short hash.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The
 *     Idempotency-Key HTTP Header Field, the source of keys, fingerprints and their errors</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {

  /**
   * Part of the stored key. Empty: the fully qualified method with parameter types; set it if the
   * method may be renamed while results live.
   */
  String name() default "";

  /**
   * Where the key comes from: a path over the parameters ({@code "order.id"}, {@code "#0.id"},
   * {@code "customer + ':' + order.id"}), where a step {@code id} is {@code id()}, {@code getId()},
   * {@code isId()} or the field; or {@code "header:Idempotency-Key"}, of the request being served.
   * Empty: the parameter marked {@link IdempotencyKey}, else that header. A null on the way, or a
   * blank key, is a missing key.
   */
  String key() default "";

  /**
   * Whether a call without a key is refused with {@link IdempotencyKeyMissingException}; false: it
   * runs unguarded.
   */
  boolean required() default true;

  /** How long a result is kept, as a duration above 0. */
  String ttl() default "24h";

  /** What happens to a call whose key is in flight. */
  Concurrent concurrent() default Concurrent.WAIT;

  /**
   * A holder that stops renewing its claim, because it crashed, loses the key after this duration;
   * while it lives it renews.
   */
  String lease() default "1m";

  /** What happens to a call whose key was lost by its holder. */
  OnUnknown onUnknown() default OnUnknown.RUN;

  /**
   * Whether the same key with other arguments is refused with {@link
   * IdempotencyKeyReusedException}.
   */
  boolean matchArguments() default true;

  /**
   * A path over the parameters, prefixed to the key (a tenant, a principal). Keys never collide
   * across methods or scopes.
   */
  String scope() default "";

  /** Failures that are stored and thrown again to duplicates; all others release the key. */
  Class<? extends Throwable>[] rememberFailures() default {};

  /**
   * Name of a configured store; empty: the default store; {@code "transaction"}: the row is written
   * through the application's own JDBC connection, in its transaction.
   */
  String store() default "";

  /** What happens when the store cannot be reached. */
  OnUnavailable onUnavailable() default OnUnavailable.REFUSE;

  /** What happens to a call whose key is in flight. */
  enum Concurrent {
    /**
     * It waits for the result, until its deadline, then {@link DeadlineExceededException}; without
     * one for 30 s, then {@link DuplicateCallException}.
     */
    WAIT,

    /** {@link DuplicateCallException} at once. */
    REJECT
  }

  /** What happens to a call whose key was held by a call of which nobody knows how it ended. */
  enum OnUnknown {
    /** The method runs again. */
    RUN,

    /** {@link OutcomeUnknownException}: running twice is worse than not at all. */
    FAIL
  }

  /** What happens when the store cannot be reached. */
  enum OnUnavailable {
    /** {@link StoreUnavailableException}; nothing runs. */
    REFUSE,

    /** The method runs unguarded, counted and warned about. */
    RUN
  }
}
