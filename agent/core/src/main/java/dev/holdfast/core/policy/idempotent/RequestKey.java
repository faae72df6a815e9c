package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.call.ServedRequest;
import dev.holdfast.core.type.ParameterModel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key that the request being served carries, however it is written: in quotes, or a UUID in
 * capitals.
 *
 * @param text as a parameter's argument has it; null if there is none, or none that it takes
 */
record RequestKey(@Nullable String text) {

  /**
   * @param parameter the one that takes it, if there is one
   */
  static RequestKey of(ServedRequest request, Optional<ParameterModel> parameter) {
    String header = request.header(KeySource.HEADER);
    if (header == null) {
      return new RequestKey(null);
    }
    String bare = HeaderText.unquoted(header);
    Object argument = parameter.isEmpty() ? bare : KeyParameters.argument(parameter.get(), bare);
    return new RequestKey(argument == null ? null : argument.toString());
  }

  /** Whether a key of the application is this one, the header as it came included. */
  boolean is(String key) {
    return normal(key).equals(text);
  }

  /** A key of the application; if it is this one, written as this one. */
  String normal(String key) {
    String bare = HeaderText.unquoted(key);
    return bare.equals(text) ? bare : key;
  }
}
