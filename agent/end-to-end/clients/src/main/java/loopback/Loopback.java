package loopback;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A server on the loopback interface that answers as it is told, and remembers what it was asked.
 */
public final class Loopback implements AutoCloseable {

  private final String scheme;
  private final ServerSocket door;
  private final IntFunction<Reply> replies;
  private final List<Request> requests = new ArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger mostOpen = new AtomicInteger();

  /**
   * @param replies by the number of the request, from 1
   */
  public Loopback(IntFunction<Reply> replies) throws IOException {
    this("http", new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), replies);
  }

  private Loopback(String scheme, ServerSocket door, IntFunction<Reply> replies) {
    this.scheme = scheme;
    this.door = door;
    this.replies = replies;
    daemon("door", this::admit);
  }

  /** The same by TLS. */
  public static Loopback secured(SSLContext tls, IntFunction<Reply> replies) throws IOException {
    ServerSocket door =
        tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    return new Loopback("https", door, replies);
  }

  /** A URI of this server. */
  public URI at(String path) {
    return URI.create(scheme + "://127.0.0.1:" + door.getLocalPort() + path);
  }

  /** The same server under another name. */
  public String elsewhere(String path) {
    return scheme + "://localhost:" + door.getLocalPort() + path;
  }

  /** What it was asked so far. */
  public synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Forgets what it was asked. */
  public synchronized void forget() {
    requests.clear();
  }

  /** How many connections were made. */
  public int connections() {
    return connections.get();
  }

  /** Waits until no connection is open; false if one stays. */
  public boolean isLeft() throws InterruptedException {
    for (int tries = 0; tries < 250 && open.get() > 0; tries++) {
      Thread.sleep(20);
    }
    return open.get() == 0;
  }

  /** How many connections were open at once. */
  public int mostConnections() {
    return mostOpen.get();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        Socket socket = door.accept();
        connections.incrementAndGet();
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        daemon("guest", () -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (Request next = next(in); next != null; next = socket.isClosed() ? null : next(in)) {
        replies.apply(note(next)).to(socket);
      }
    } catch (IOException gone) {
      return;
    } finally {
      open.decrementAndGet();
    }
  }

  private static @Nullable Request next(InputStream in) throws IOException {
    return Request.read(in);
  }

  private synchronized int note(Request request) {
    requests.add(request);
    return requests.size();
  }

  private static void daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
