package dev.holdfast.clients.apache5;

import com.google.auto.service.AutoService;
import dev.holdfast.core.call.AmbiguityClues;
import java.util.List;

/** What the failures of HttpClient 5 tell. */
@AutoService(AmbiguityClues.class)
public final class Apache5Clues implements AmbiguityClues {

  @Override
  public List<String> ambiguous() {
    return List.of(
        "org.apache.hc.core5.http.NoHttpResponseException",
        "org.apache.hc.core5.http.ConnectionClosedException",
        "org.apache.hc.core5.http.StreamClosedException");
  }

  @Override
  public List<String> unsent() {
    return List.of(
        "org.apache.hc.core5.http.ConnectionRequestTimeoutException",
        "org.apache.hc.client5.http.ConnectTimeoutException",
        "org.apache.hc.client5.http.HttpHostConnectException",
        "org.apache.hc.client5.http.UnsupportedSchemeException",
        "org.apache.hc.core5.http.RequestNotExecutedException");
  }
}
