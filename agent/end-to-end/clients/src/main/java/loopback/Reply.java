package loopback;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What the server does about a request. */
@FunctionalInterface
public interface Reply {

  /** Reads all of the request, says nothing, and ends the connection. */
  Reply END = Socket::close;

  /** Reads all of the request, says nothing, and breaks the connection. */
  Reply RESET =
      socket -> {
        socket.setSoLinger(true, 0);
        socket.close();
      };

  /** Says nothing until the client has gone. */
  Reply HANG =
      socket -> {
        int ignored = socket.getInputStream().read();
        socket.close();
      };

  /** Answers by a byte every now and then, for ever. */
  Reply DRIP =
      socket -> {
        OutputStream out = socket.getOutputStream();
        out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"));
        while (true) {
          out.write('.');
          out.flush();
          pause(50);
        }
      };

  /** Writes to the client's socket; closes it if it is not to be used again. */
  void to(Socket socket) throws IOException;

  /** An answer with a body; headers as lines. */
  static Reply of(int status, String body, String... headers) {
    String lines = String.join("", Arrays.stream(headers).map(line -> line + "\r\n").toList());
    String head = "HTTP/1.1 " + status + " Said\r\nContent-Length: " + body.length() + "\r\n";
    return socket -> {
      socket.getOutputStream().write(ascii(head + lines + "\r\n" + body));
      socket.getOutputStream().flush();
    };
  }

  /** The same, some milliseconds later. */
  static Reply after(long millis, Reply reply) {
    return socket -> {
      pause(millis);
      reply.to(socket);
    };
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void pause(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException ended) {
      throw new IOException(ended);
    }
  }
}
