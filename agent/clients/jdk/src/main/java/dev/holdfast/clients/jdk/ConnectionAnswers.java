package dev.holdfast.clients.jdk;

import com.google.auto.service.AutoService;
import dev.holdfast.core.call.HttpAnswer;
import dev.holdfast.core.call.ResponseReader;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.HttpURLConnection;
import java.net.URLConnection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers of {@code HttpURLConnection} that say no: found by the connection, where an application
 * returns that, and by the exception that it throws in place of a body. Those are noted when they
 * are thrown, because to ask a connection for its status is to send its request.
 */
@AutoService(ResponseReader.class)
public final class ConnectionAnswers implements ResponseReader {

  private static final Map<Object, Answered> ANSWERS =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** Of connections by TLS: from the one that throws to the one that the application has. */
  private static final Map<URLConnection, WeakReference<URLConnection>> OUTER =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** The connection is held weakly: it is itself a key. */
  private record Answered(WeakReference<URLConnection> connection, int status) {

    List<String> header(String name) {
      URLConnection answered = connection.get();
      if (answered == null) {
        return List.of();
      }
      for (Map.Entry<@Nullable String, List<String>> field :
          answered.getHeaderFields().entrySet()) {
        if (name.equalsIgnoreCase(field.getKey())) {
          return field.getValue();
        }
      }
      return List.of();
    }
  }

  static void delegating(URLConnection outer, URLConnection inner) {
    OUTER.putIfAbsent(inner, new WeakReference<>(outer));
  }

  static void note(URLConnection connection, Throwable failure, int status) {
    Answered answered = new Answered(new WeakReference<>(connection), status);
    ANSWERS.put(connection, answered);
    WeakReference<URLConnection> outer = OUTER.get(connection);
    URLConnection known = outer == null ? null : outer.get();
    if (known != null) {
      ANSWERS.put(known, answered);
    }
    ANSWERS.put(failure, answered);
  }

  @Override
  public boolean mayBeReturnedAs(Class<?> type) {
    return type.isAssignableFrom(HttpURLConnection.class)
        || HttpURLConnection.class.isAssignableFrom(type);
  }

  @Override
  public Optional<HttpAnswer> read(Object resultOrFailure) {
    boolean isCandidate =
        resultOrFailure instanceof HttpURLConnection || resultOrFailure instanceof IOException;
    Answered answered = isCandidate ? ANSWERS.get(resultOrFailure) : null;
    return answered == null
        ? Optional.empty()
        : Optional.of(new HttpAnswer(answered.status, answered::header));
  }

  @Override
  public void discard(Object response) {
    if (response instanceof HttpURLConnection connection) {
      connection.disconnect();
    }
  }
}
