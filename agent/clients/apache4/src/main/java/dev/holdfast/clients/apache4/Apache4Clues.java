package dev.holdfast.clients.apache4;

import com.google.auto.service.AutoService;
import dev.holdfast.core.call.AmbiguityClues;
import java.util.List;

/** What the failures of HttpClient 4 tell. */
@AutoService(AmbiguityClues.class)
public final class Apache4Clues implements AmbiguityClues {

  @Override
  public List<String> ambiguous() {
    return List.of(
        "org.apache.http.NoHttpResponseException", "org.apache.http.ConnectionClosedException");
  }

  @Override
  public List<String> unsent() {
    return List.of(
        "org.apache.http.conn.ConnectionPoolTimeoutException",
        "org.apache.http.conn.ConnectTimeoutException",
        "org.apache.http.conn.HttpHostConnectException",
        "org.apache.http.conn.UnsupportedSchemeException");
  }
}
