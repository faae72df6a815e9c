package dev.holdfast.core.policy.idempotent;

import com.google.auto.service.AutoService;
import dev.holdfast.IdempotencyKey;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Layer;
import dev.holdfast.core.pipeline.Ring;
import dev.holdfast.core.plan.Attributes;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.PolicyFactory;
import dev.holdfast.core.plan.PolicySpec;
import dev.holdfast.core.type.ParameterModel;
import dev.holdfast.core.type.TypeRef;
import java.lang.annotation.Annotation;
import java.util.List;

/** The policy behind {@link IdempotencyKey}: one key for each logical call, in its argument. */
@AutoService(PolicyFactory.class)
public final class KeyFactory implements PolicyFactory {

  private static final String UUID = "java.util.UUID";

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
  public PolicySpec compile(Attributes attributes, GuardedMethod method) {
    List<ParameterModel> parameters = method.method().parameters();
    int marked = -1;
    for (int index = 0; index < parameters.size(); index++) {
      if (!parameters.get(index).isAnnotated(IdempotencyKey.class.getName())) {
        continue;
      }
      TypeRef type = parameters.get(index).type();
      if (marked >= 0) {
        attributes.reject(method.name() + " marks two parameters (expected: one @IdempotencyKey)");
      } else if (!type.is("java.lang.String") && !type.is(UUID)) {
        attributes.reject(
            method.name() + " marks a " + type + " (expected: a String or a java.util.UUID)");
      }
      marked = index;
    }
    int receiver = method.method().isStatic() ? 0 : 1;
    boolean isUuid = marked >= 0 && parameters.get(marked).type().is(UUID);
    return new KeySpec(marked + receiver, isUuid);
  }

  /**
   * A marked parameter.
   *
   * @param argument the index of its argument, the receiver counted
   */
  record KeySpec(int argument, boolean isUuid) implements PolicySpec {

    @Override
    public List<Layer> bind(Binding binding) {
      Scopes.track();
      return List.of(new Layer(Ring.IDENTIFY, new KeyPolicy(argument, isUuid)));
    }
  }
}
