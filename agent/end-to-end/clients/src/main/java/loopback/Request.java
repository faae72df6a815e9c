package loopback;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request of HTTP/1.1 as it arrived.
 *
 * @param headers as lines, {@code name: value}
 */
public record Request(String method, String path, List<String> headers, String body) {

  /** The values of a header. */
  public List<String> all(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    return headers.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip())
        .toList();
  }

  /** The only value of a header; {@code -} if there is none. */
  public String header(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? "-" : String.join(" and ", all);
  }

  /** Reads the next one; null at the end of the connection. */
  static @Nullable Request read(InputStream in) throws IOException {
    String first = line(in);
    if (first == null) {
      return null;
    }
    String[] parts = first.split(" ", 3);
    List<String> headers = new ArrayList<>();
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      headers.add(line);
    }
    Request head = new Request(parts[0], parts[1], headers, "");
    String body =
        head.header("Transfer-Encoding").equals("chunked") ? chunked(in) : sized(in, head);
    return new Request(parts[0], parts[1], headers, body);
  }

  private static String sized(InputStream in, Request head) throws IOException {
    String length = head.header("Content-Length");
    int size = length.equals("-") ? 0 : Integer.parseInt(length);
    return new String(in.readNBytes(size), StandardCharsets.UTF_8);
  }

  private static String chunked(InputStream in) throws IOException {
    StringBuilder body = new StringBuilder();
    while (true) {
      String size = line(in);
      if (size == null) {
        throw new EOFException("in a chunk");
      }
      byte[] chunk = in.readNBytes(Integer.parseInt(size.strip(), 16));
      line(in);
      if (chunk.length == 0) {
        return body.toString();
      }
      body.append(new String(chunk, StandardCharsets.UTF_8));
    }
  }

  private static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return null;
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
