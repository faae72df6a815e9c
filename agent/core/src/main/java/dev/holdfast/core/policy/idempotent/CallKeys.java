package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.KeyPathReader;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.store.StoredKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key of a call.
 *
 * @param scope reads what the key is combined with; null for nothing
 * @param isArgument whether the key is the argument of a marked parameter: where that is null, the
 *     served request's header stands in
 * @param isHeader whether the key comes from the request: then its principal belongs to it
 */
record CallKeys(
    String name,
    KeyPathReader key,
    @Nullable KeyPathReader scope,
    boolean isArgument,
    boolean isHeader) {

  private static final String HEADER = "Idempotency-Key";

  static CallKeys bind(IdempotentSpec spec, Binding binding) {
    return new CallKeys(
        spec.name(),
        spec.key().bind(binding),
        spec.scope().map(path -> path.bind(binding)).orElse(null),
        spec.key().parameter().isPresent(),
        spec.key().isHeader());
  }

  /** The key as the application knows it; null if the call has none. */
  @Nullable String text(Call call) throws Throwable {
    String text = key.read(call);
    return text == null && isArgument ? Scopes.current().request().header(HEADER) : text;
  }

  /** The key as it is stored; null if what it is combined with is missing. */
  @Nullable StoredKey stored(Call call, String text) throws Throwable {
    List<String> parts = new ArrayList<>();
    if (scope != null) {
      String part = scope.read(call);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    String principal = isHeader ? Scopes.current().request().principal() : null;
    if (principal != null) {
      parts.add(principal);
    }
    return StoredKey.of(name, parts, text);
  }
}
