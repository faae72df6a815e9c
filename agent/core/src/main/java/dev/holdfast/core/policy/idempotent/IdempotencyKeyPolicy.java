package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.AsyncStage;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Observer;
import dev.holdfast.core.pipeline.Policy;
import dev.holdfast.core.pipeline.Stage;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.type.ParameterModel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts one key into the argument that takes it, the same for all attempts of a call, and into the
 * scope of the call.
 *
 * @param place of the argument
 * @param random makes keys that nobody has
 */
record IdempotencyKeyPolicy(String name, ParameterModel parameter, int place, Supplier<UUID> random)
    implements Policy {

  static IdempotencyKeyPolicy bind(IdempotencyKeySpec spec, Binding binding) {
    return new IdempotencyKeyPolicy(
        spec.name(),
        binding.method().method().parameters().get(spec.parameter()),
        spec.parameter() + (binding.method().method().isStatic() ? 0 : 1),
        UUID::randomUUID);
  }

  @Override
  public Stage around(Stage next) {
    return call -> {
      Scope outer = Scopes.enter(identified(call));
      try {
        return next.call(call);
      } finally {
        Scopes.leave(outer);
      }
    };
  }

  @Override
  public AsyncStage aroundAsync(AsyncStage next) {
    return call -> {
      Scope outer = Scopes.enter(identified(call));
      try {
        return next.call(call);
      } finally {
        Scopes.leave(outer);
      }
    };
  }

  /** What is observed is not changed, not even an argument that is null. */
  @Override
  public Observer observer() {
    return call -> (result, failure) -> {};
  }

  /** The scope of a call that has its key. */
  private Scope identified(Call call) {
    Scope scope = Scopes.current();
    String carried = carried(call);
    if (carried == null) {
      return call.mayGenerateKey() ? scope.withKey(generate(call)) : scope;
    }
    RequestKey request = RequestKey.of(scope.request(), Optional.of(parameter));
    String key = request.normal(carried);
    boolean isHeld = call.isKeyed() && key.equals(scope.key());
    return isHeld || key.isBlank() ? scope : scope.withKey(key, outgoing(key, request));
  }

  private String generate(Call call) {
    String derived = call.derivedKey();
    String key = derived == null ? random.get().toString() : derived;
    call.arguments()[place] = Objects.requireNonNull(KeyParameters.argument(parameter, key));
    return key;
  }

  private @Nullable String carried(Call call) {
    Object argument = call.arguments()[place];
    return argument == null ? null : argument.toString();
  }

  /** The key of the request being served is somebody else's, and does not go further as it is. */
  private String outgoing(String key, RequestKey request) {
    return request.is(key) ? StoredKey.of(name, List.of(), key).uuid().toString() : key;
  }
}
