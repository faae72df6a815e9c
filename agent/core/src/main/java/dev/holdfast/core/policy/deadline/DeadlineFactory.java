package dev.holdfast.core.policy.deadline;

import com.google.auto.service.AutoService;
import dev.holdfast.Deadline;
import dev.holdfast.core.pipeline.Ring;
import dev.holdfast.core.plan.Attributes;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.PolicyFactory;
import dev.holdfast.core.plan.PolicySpec;
import dev.holdfast.core.plan.Transactions;
import java.lang.annotation.Annotation;
import java.time.Duration;

/** Reads {@link Deadline}. */
@AutoService(PolicyFactory.class)
public final class DeadlineFactory implements PolicyFactory {

  private static final Duration SHORTEST = Duration.ofNanos(1);

  @Override
  public String name() {
    return "deadline";
  }

  @Override
  public Class<? extends Annotation> annotation() {
    return Deadline.class;
  }

  @Override
  public Ring ring() {
    return Ring.TIME;
  }

  @Override
  public PolicySpec compile(Attributes attributes, GuardedMethod method) {
    boolean isHandedOver = attributes.flag("handoff");
    if (isHandedOver) {
      checkHandoff(attributes, method);
    }
    return new DeadlineSpec(
        attributes.duration("value", SHORTEST), attributes.flag("interrupt"), isHandedOver);
  }

  /** What belongs to the calling thread is not there on another one. */
  private static void checkHandoff(Attributes attributes, GuardedMethod method) {
    if (method.method().isSynchronized()) {
      attributes.reject(
          "handoff",
          "false on a synchronized method",
          "Set handoff = false, or lock inside the method: another thread does not hold the"
              + " caller's locks");
    }
    Transactions.around(method)
        .ifPresent(
            annotation ->
                attributes.reject(
                    "handoff",
                    "false on a transactional method",
                    "Set handoff = false, or remove @"
                        + annotation
                        + ": the transaction stays on the caller's thread"));
  }
}
