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
import org.jspecify.annotations.Nullable;

/**
 * A server on the loopback interface that answers as it is told, and remembers what it was asked.
 */
public final class Loopback implements AutoCloseable {

  private final ServerSocket door;
  private final IntFunction<Reply> replies;
  private final List<Request> requests = new ArrayList<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger mostOpen = new AtomicInteger();

  /**
   * @param replies by the number of the request, from 1
   */
  public Loopback(IntFunction<Reply> replies) throws IOException {
    this.replies = replies;
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon("door", this::admit);
  }

  /** A URI of this server. */
  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + door.getLocalPort() + path);
  }

  /** The same server under another name. */
  public String elsewhere(String path) {
    return "http://localhost:" + door.getLocalPort() + path;
  }

  /** What it was asked so far. */
  public synchronized List<Request> requests() {
    return List.copyOf(requests);
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
