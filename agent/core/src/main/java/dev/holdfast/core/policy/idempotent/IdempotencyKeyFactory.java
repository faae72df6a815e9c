package dev.holdfast.core.policy.idempotent;

import com.google.auto.service.AutoService;
import dev.holdfast.IdempotencyKey;
import dev.holdfast.core.pipeline.Ring;
import dev.holdfast.core.plan.Attributes;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.PolicyFactory;
import dev.holdfast.core.type.MethodModel;
import java.lang.annotation.Annotation;
import java.util.List;

/** Gives calls the keys that they carry, as {@link IdempotencyKey} asks for on a parameter. */
@AutoService(PolicyFactory.class)
public final class IdempotencyKeyFactory implements PolicyFactory {

  /** For the {@link java.util.ServiceLoader}. */
  public IdempotencyKeyFactory() {}

  @Override
  public String name() {
    return "idempotency-key";
  }

  @Override
  public Class<? extends Annotation> annotation() {
    return IdempotencyKey.class;
  }

  @Override
  public Ring ring() {
    return Ring.IDENTIFY;
  }

  @Override
  public IdempotencyKeySpec compile(Attributes attributes, GuardedMethod method) {
    MethodModel model = method.method();
    List<Integer> marked = KeyParameters.all(model).boxed().toList();
    if (marked.size() != 1) {
      attributes.reject(
          marked.isEmpty()
              ? "no parameter carries it. Mark the one that takes the key."
              : "%d parameters carry it (expected: 1). Keep one of them.".formatted(marked.size()));
    }
    for (int index : marked) {
      if (!KeyParameters.takesKeys(model.parameters().get(index))) {
        attributes.reject(
            "%s is a %s (expected: a String or UUID). Change its type, or remove @IdempotencyKey."
                .formatted(
                    KeyParameters.label(model, index), model.parameters().get(index).type()));
      }
    }
    return new IdempotencyKeySpec(method.qualifiedName(), marked.isEmpty() ? 0 : marked.get(0));
  }
}
