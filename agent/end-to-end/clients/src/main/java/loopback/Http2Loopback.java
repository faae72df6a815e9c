package loopback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A server of HTTP/2 on the loopback interface, by TLS; it understands as little as it must. */
public final class Http2Loopback implements AutoCloseable {

  private static final int PREFACE_BYTES = 24;

  /** SETTINGS_HEADER_TABLE_SIZE is 0: each request names all of its headers. */
  private static final byte[] NO_TABLE = {0, 1, 0, 0, 0, 0};

  private final SSLServerSocket door;
  private final IntFunction<Http2Reply> replies;
  private final List<String> heads = new ArrayList<>();

  /**
   * @param replies by the number of the request, from 1
   */
  public Http2Loopback(SSLContext tls, IntFunction<Http2Reply> replies) throws IOException {
    this.replies = replies;
    door =
        (SSLServerSocket)
            tls.getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    SSLParameters parameters = door.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    door.setSSLParameters(parameters);
    daemon(this::admit);
  }

  /** A URI of this server. */
  public URI at(String path) {
    return URI.create("https://127.0.0.1:" + door.getLocalPort() + path);
  }

  /** The headers of each request as they came, compressed: a character for each byte. */
  public synchronized List<String> heads() {
    return List.copyOf(heads);
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        SSLSocket socket = (SSLSocket) door.accept();
        daemon(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(SSLSocket socket) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      in.readFully(new byte[PREFACE_BYTES]);
      new Http2Frame(Http2Frame.SETTINGS, 0, 0, NO_TABLE).write(out);
      int number = 0;
      while (true) {
        Http2Frame frame = Http2Frame.read(in);
        if (frame.is(Http2Frame.SETTINGS) && !frame.has(Http2Frame.ACK)) {
          new Http2Frame(Http2Frame.SETTINGS, Http2Frame.ACK, 0, new byte[0]).write(out);
        } else if (frame.is(Http2Frame.PING) && !frame.has(Http2Frame.ACK)) {
          new Http2Frame(Http2Frame.PING, Http2Frame.ACK, 0, frame.payload()).write(out);
        } else if (frame.is(Http2Frame.HEADERS)) {
          number = note(new String(frame.payload(), ISO_8859_1));
        }
        if (endsRequest(frame)) {
          replies.apply(number).to(frame.stream()).write(out);
        }
      }
    } catch (IOException gone) {
      return;
    }
  }

  private static boolean endsRequest(Http2Frame frame) {
    return frame.type() <= Http2Frame.HEADERS && frame.has(Http2Frame.END_STREAM);
  }

  private synchronized int note(String head) {
    heads.add(head);
    return heads.size();
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "http/2");
    thread.setDaemon(true);
    thread.start();
  }
}
