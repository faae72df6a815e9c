package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.call.ServedRequest;
import dev.holdfast.core.keypath.PathReader;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.type.ParameterModel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of one method's calls.
 *
 * @param keyParameter the parameter that is the key, if it is one that carries keys
 * @param keyArgument the place of its argument
 */
record Keys(
    KeySource source,
    PathReader path,
    Optional<PathReader> scope,
    Optional<ParameterModel> keyParameter,
    int keyArgument,
    Runnable whenUnprotected) {

  /**
   * @param whenUnprotected told of a key of a request that belongs to nobody: neither a scope nor
   *     who was authenticated is known
   */
  static Keys bind(KeySource source, Binding binding, Runnable whenUnprotected) {
    int parameter = source.keyParameter().orElse(0);
    return new Keys(
        source,
        source.path().bind(binding),
        source.scope().map(scope -> scope.bind(binding)),
        source.keyParameter().isPresent()
            ? Optional.of(binding.method().method().parameters().get(parameter))
            : Optional.empty(),
        parameter + (binding.method().method().isStatic() ? 0 : 1),
        whenUnprotected);
  }

  /**
   * The key of a call, or null if it has none.
   *
   * @throws Throwable what an accessor of the application threw, noted on the call
   */
  @Nullable CallKey of(Call call) throws Throwable {
    ServedRequest request = Scopes.current().request();
    RequestKey carried = RequestKey.of(request, keyParameter);
    boolean isToFill = keyParameter.isPresent() && call.arguments()[keyArgument] == null;
    String text = isToFill ? carried.text() : path.read(call);
    if (text == null) {
      return null;
    }
    CallKey.Origin origin = CallKey.Origin.PATH;
    if (source.path().isHeader()) {
      text = HeaderText.unquoted(text);
      origin = CallKey.Origin.REQUEST;
    } else if (keyParameter.isPresent()) {
      origin = carried.is(text) ? CallKey.Origin.REQUEST : CallKey.Origin.KEY_ARGUMENT;
      text = carried.normal(text);
    }
    return text.isBlank() ? null : combined(call, text, origin, request);
  }

  /** Puts the key into the argument that is meant for it, if the caller left it empty. */
  void fill(Call call, CallKey key) {
    if (keyParameter.isPresent() && call.arguments()[keyArgument] == null) {
      call.arguments()[keyArgument] = argument(key.text());
    }
  }

  private @Nullable CallKey combined(
      Call call, String text, CallKey.Origin origin, ServedRequest request) throws Throwable {
    String read = scope.isPresent() ? scope.get().read(call) : null;
    if (scope.isPresent() && read == null) {
      return null;
    }
    String principal = origin == CallKey.Origin.REQUEST ? request.principal() : null;
    if (origin == CallKey.Origin.REQUEST && read == null && principal == null) {
      whenUnprotected.run();
    }
    return new CallKey(text, StoredKey.of(source.name(), owners(read, principal), text), origin);
  }

  /** Labelled, so that no tenant's name is a principal's. */
  private static List<String> owners(@Nullable String scope, @Nullable String principal) {
    if (scope == null) {
      return principal == null ? List.of() : List.of("principal " + principal);
    }
    return principal == null
        ? List.of("scope " + scope)
        : List.of("scope " + scope, "principal " + principal);
  }

  private @Nullable Object argument(String text) {
    return keyParameter.map(parameter -> KeyParameters.argument(parameter, text)).orElse(null);
  }
}
