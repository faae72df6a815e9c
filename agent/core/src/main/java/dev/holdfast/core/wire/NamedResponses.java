package dev.holdfast.core.wire;

import dev.holdfast.core.call.HttpAnswer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads responses of a library that the engine's loader does not see: types and public methods are
 * known by name.
 *
 * <p>A way is a list of methods, each asked of what the one before answered. The way to the headers
 * ends at a map, or with a method that takes the header's name; what they answer are texts, or
 * objects with a method {@code getValue}.
 */
public final class NamedResponses {

  private static final Logger LOG = LoggerFactory.getLogger(NamedResponses.class);

  /** Libraries write less than that where there was no answer. */
  private static final int LEAST_STATUS = 100;

  private final String type;
  private final List<String> status;
  private final List<String> headers;
  private final List<String> close;

  /** Whether a class is one of them; held by that class. */
  private final ClassValue<Boolean> known =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> candidate) {
          return isOne(candidate);
        }
      };

  /**
   * @param type of the response, or of the failure that carries one; a binary name
   * @param status the way to the status
   * @param headers the way to the values of a header
   * @param close the way to letting go; empty: there is nothing to let go
   */
  public NamedResponses(
      String type, List<String> status, List<String> headers, List<String> close) {
    this.type = type;
    this.status = List.copyOf(status);
    this.headers = List.copyOf(headers);
    this.close = List.copyOf(close);
  }

  /** Whether a method declared to return that type may return such a response. */
  public boolean mayBeReturnedAs(Class<?> declared) {
    return declared == Object.class || known.get(declared);
  }

  /** What the server answered; empty if this is no such response, or not as it is known here. */
  public Optional<HttpAnswer> read(Object candidate) {
    if (!known.get(candidate.getClass())) {
      return Optional.empty();
    }
    try {
      Object code = walk(candidate, status);
      return code instanceof Integer number && number >= LEAST_STATUS
          ? Optional.of(new HttpAnswer(number, name -> values(candidate, name)))
          : Optional.empty();
    } catch (Throwable unknown) {
      LOG.debug("a {} is not as it is known", type, unknown);
      return Optional.empty();
    }
  }

  /** Lets go of a response. */
  public void discard(Object response) {
    try {
      if (!close.isEmpty()) {
        walk(response, close);
      }
    } catch (Throwable unclosed) {
      LOG.debug("a response that is tried again could not be closed", unclosed);
    }
  }

  private List<String> values(Object response, String name) {
    try {
      int last = headers.size() - 1;
      Object holder = walk(response, headers.subList(0, last));
      if (holder == null) {
        return List.of();
      }
      return texts(
          holder instanceof Map<?, ?> map
              ? ofMap(map, name)
              : NamedMethods.call(holder, headers.get(last), name));
    } catch (Throwable unknown) {
      LOG.debug("the headers of a {} are not as they are known", type, unknown);
      return List.of();
    }
  }

  private static @Nullable Object ofMap(Map<?, ?> map, String name) {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (name.equalsIgnoreCase(String.valueOf(entry.getKey()))) {
        return entry.getValue();
      }
    }
    return null;
  }

  private static List<String> texts(@Nullable Object values) throws Throwable {
    List<String> texts = new ArrayList<>();
    if (values instanceof Collection<?> all) {
      all.forEach(value -> texts.add(String.valueOf(value)));
    } else if (values instanceof Object[] all) {
      for (Object value : all) {
        texts.add(String.valueOf(NamedMethods.call(value, "getValue")));
      }
    }
    return texts;
  }

  private static @Nullable Object walk(Object from, List<String> way) throws Throwable {
    Object at = from;
    for (String step : way) {
      if (at == null) {
        return null;
      }
      at = NamedMethods.call(at, step);
    }
    return at;
  }

  private boolean isOne(Class<?> candidate) {
    return candidate.getName().equals(type)
        || NamedMethods.supertypes(candidate).stream().anyMatch(this::isOne);
  }
}
