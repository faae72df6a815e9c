package dev.holdfast.core.policy.retry;

import com.google.auto.service.AutoService;
import dev.holdfast.Jitter;
import dev.holdfast.Retry;
import dev.holdfast.core.call.FailureTypes;
import dev.holdfast.core.call.Statuses;
import dev.holdfast.core.pipeline.Ring;
import dev.holdfast.core.plan.Attributes;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.PolicyFactory;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.OptionalLong;

/** Makes retries of {@link Retry}. */
@AutoService(PolicyFactory.class)
public final class RetryFactory implements PolicyFactory {

  private static final Duration ABOVE_ZERO = Duration.ofNanos(1);

  @Override
  public String name() {
    return "retry";
  }

  @Override
  public Class<? extends Annotation> annotation() {
    return Retry.class;
  }

  @Override
  public Ring ring() {
    return Ring.REPEAT;
  }

  @Override
  public RetrySpec compile(Attributes attributes, GuardedMethod method) {
    return new RetrySpec(
        attributes.integer("maxAttempts", 1, Integer.MAX_VALUE),
        limits(attributes),
        waits(attributes),
        new Demand(
            attributes.flag("retryAfter"),
            attributes.duration("maxRetryAfter", Duration.ZERO).toNanos()),
        new FailureTypes(attributes.types("on"), attributes.types("not")),
        statuses(attributes),
        new ResultMethods(method).find(attributes),
        attributes.flag("retryAmbiguous"),
        attributes.text("budget").strip());
  }

  private static RetryLimits limits(Attributes attributes) {
    long wholeNanos = attributes.duration("maxDuration", ABOVE_ZERO).toNanos();
    if (attributes.text("attemptTimeout").isBlank()) {
      return new RetryLimits(wholeNanos, attributes.isSet("maxDuration"), OptionalLong.empty());
    }
    long attemptNanos = attributes.duration("attemptTimeout", ABOVE_ZERO).toNanos();
    if (attemptNanos > wholeNanos) {
      attributes.note(
          "attemptTimeout is longer than maxDuration, "
              + attributes.text("maxDuration")
              + ", which rules");
    }
    return new RetryLimits(
        wholeNanos, attributes.isSet("maxDuration"), OptionalLong.of(attemptNanos));
  }

  private static Waits waits(Attributes attributes) {
    Backoff backoff =
        new Backoff(
            attributes.duration("backoff", Duration.ZERO).toNanos(),
            attributes.number("multiplier", 1, Double.MAX_VALUE),
            attributes.duration("maxBackoff", Duration.ZERO).toNanos());
    if (backoff.baseNanos() > backoff.maxNanos()) {
      attributes.note(
          "backoff is longer than maxBackoff, " + attributes.text("maxBackoff") + ", which rules");
    }
    return new Waits(backoff, Spread.of(attributes.choice("jitter", Jitter.class)));
  }

  private static Statuses statuses(Attributes attributes) {
    try {
      return Statuses.parse(attributes.text("statuses"));
    } catch (IllegalArgumentException wrong) {
      attributes.reject("statuses", Statuses.EXPECTED, "Write them like 429,502-504.");
      return Statuses.NONE;
    }
  }
}
