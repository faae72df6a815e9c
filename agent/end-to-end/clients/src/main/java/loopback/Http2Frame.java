package loopback;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A frame of HTTP/2.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9113#section-4.1">RFC 9113, frame format</a>
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record Http2Frame(int type, int flags, int stream, byte[] payload) {

  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PING = 6;
  static final int GOAWAY = 7;

  static final int ACK = 1;
  static final int END_STREAM = 1;

  /** The end of the headers, and of the stream. */
  static final int END_OF_BOTH = 4 | END_STREAM;

  boolean is(int kind) {
    return type == kind;
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  static Http2Frame read(DataInputStream in) throws IOException {
    int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
    int type = in.readUnsignedByte();
    int flags = in.readUnsignedByte();
    int stream = in.readInt() & Integer.MAX_VALUE;
    byte[] payload = new byte[length];
    in.readFully(payload);
    return new Http2Frame(type, flags, stream, payload);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeShort(payload.length >> 8);
    out.writeByte(payload.length);
    out.writeByte(type);
    out.writeByte(flags);
    out.writeInt(stream);
    out.write(payload);
    out.flush();
  }
}
