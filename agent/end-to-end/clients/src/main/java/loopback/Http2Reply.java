package loopback;

import java.nio.charset.StandardCharsets;

/**
 * What the server does about a request of HTTP/2.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9113">RFC 9113, HTTP/2</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7541#appendix-A">RFC 7541, the static table</a>
 */
@SuppressWarnings("ImmutableEnumChecker")
public enum Http2Reply {
  /** 200: the eighth line of the static table. */
  OK(Http2Frame.HEADERS, Http2Frame.END_OF_BOTH, new byte[] {(byte) 0x88}),

  /** 503: a value of its own for the name in the eighth line of the static table. */
  UNAVAILABLE(Http2Frame.HEADERS, Http2Frame.END_OF_BOTH, literal("503")),

  /** The stream ends without having been processed. */
  REFUSED_STREAM(Http2Frame.RST_STREAM, 0, new byte[] {0, 0, 0, 7}),

  /** The stream ends, whatever became of it. */
  CANCEL(Http2Frame.RST_STREAM, 0, new byte[] {0, 0, 0, 8}),

  /** No stream was processed, and the connection goes away. */
  GOAWAY(Http2Frame.GOAWAY, 0, new byte[8]);

  private final int type;
  private final int flags;
  private final byte[] payload;

  Http2Reply(int type, int flags, byte[] payload) {
    this.type = type;
    this.flags = flags;
    this.payload = payload;
  }

  Http2Frame to(int stream) {
    return new Http2Frame(type, flags, type == Http2Frame.GOAWAY ? 0 : stream, payload);
  }

  private static byte[] literal(String status) {
    byte[] line = new byte[2 + status.length()];
    line[0] = 8;
    line[1] = (byte) status.length();
    System.arraycopy(status.getBytes(StandardCharsets.US_ASCII), 0, line, 2, status.length());
    return line;
  }
}
