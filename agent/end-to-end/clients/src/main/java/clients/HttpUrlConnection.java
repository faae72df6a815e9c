package clients;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** {@code HttpURLConnection}, whose response is the connection itself. */
public final class HttpUrlConnection implements Client {

  private final boolean isPatient;

  /** As the rows need it. */
  public HttpUrlConnection() {
    this(true);
  }

  private HttpUrlConnection(boolean isPatient) {
    this.isPatient = isPatient;
  }

  /** By what the JVM has for all of them. */
  @Override
  public Client impatient() {
    return new HttpUrlConnection(false);
  }

  @Override
  public Object send(String method, URI target, String body, String... headers) throws Exception {
    HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection();
    connection.setRequestMethod(method);
    if (isPatient) {
      connection.setReadTimeout((int) PATIENCE.toMillis());
    }
    for (int index = 0; index < headers.length; index += 2) {
      connection.setRequestProperty(headers[index], headers[index + 1]);
    }
    if (!method.equals("GET")) {
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body.getBytes(StandardCharsets.UTF_8));
      }
    }
    int ignored = connection.getResponseCode();
    return connection;
  }

  @Override
  public Object get(URI target) throws Exception {
    HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection();
    try (InputStream body = connection.getInputStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException refused) {
      drain(connection.getErrorStream());
      throw refused;
    }
  }

  /** The JDK leaves the connection of an answer that nobody reads to the garbage collector. */
  private static void drain(@Nullable InputStream error) throws IOException {
    if (error != null) {
      try (error) {
        error.readAllBytes();
      }
    }
  }

  @Override
  public boolean mayThrow() {
    return true;
  }

  @Override
  public String read(Object response) throws Exception {
    HttpURLConnection connection = (HttpURLConnection) response;
    int status = connection.getResponseCode();
    try (InputStream body =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return status + " " + new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
