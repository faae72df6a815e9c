package dev.holdfast;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ends the whole call, retries and waits included, after a duration.
 *
 * <p>Guarded calls inside inherit the smaller of their own deadline and this one. After it no
 * attempt starts, a wait that does not fit is not waited, the attempt in flight is interrupted, and
 * the caller gets {@link DeadlineExceededException}. A body that returns normally all the same,
 * late, is a success, except under {@link #handoff()} and for futures. {@link Holdfast#remaining()}
 * tells what is left.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Deadline {

  /** The limit, as a duration above 0: {@code "2s"}. */
  String value();

  /**
   * Whether the attempt in flight is interrupted at the deadline. False protects this body from
   * every deadline and attempt timeout, outer ones too.
   */
  boolean interrupt() default true;

  /**
   * Whether the body runs on a thread of its own, virtual where there are any, so that the caller
   * is freed on time even when the body ignores interrupts. Locks that the caller holds are then
   * not held by the body; refused on {@code synchronized} and transactional methods.
   */
  boolean handoff() default false;
}
