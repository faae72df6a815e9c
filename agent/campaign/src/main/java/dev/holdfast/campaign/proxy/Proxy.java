package dev.holdfast.campaign.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * A port of this machine whose connections go on to a server, with trouble on the way. What it was
 * given goes through whole and in order, until the trouble comes.
 */
public final class Proxy implements AutoCloseable {

  private final ServerSocket entrance;
  private final int target;
  private final Faults faults;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final AtomicInteger mostLinks = new AtomicInteger();
  private final LongAdder requests = new LongAdder();
  private final LongAdder answers = new LongAdder();

  private Proxy(ServerSocket entrance, int target, Faults faults) {
    this.entrance = entrance;
    this.target = target;
    this.faults = faults;
  }

  /**
   * Begins to listen.
   *
   * @param target the server's port
   */
  public static Proxy to(int target, Faults faults) throws IOException {
    ServerSocket entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Proxy proxy = new Proxy(entrance, target, faults);
    Pump.inBackground(proxy::listen);
    return proxy;
  }

  /** Where it listens. */
  public int port() {
    return entrance.getLocalPort();
  }

  /** How many connections there were at once, at most. */
  public int mostConnections() {
    return mostLinks.get();
  }

  /** How many chunks clients have sent: requests, as long as those are short. */
  public long requests() {
    return requests.sum();
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    links.forEach(Link::cut);
  }

  private void listen() {
    while (!entrance.isClosed()) {
      try {
        accept(entrance.accept());
      } catch (IOException closed) {
        // Either by us, and the loop ends, or the client has gone already.
      }
    }
  }

  private void accept(Socket client) throws IOException {
    Socket server;
    try {
      server = new Socket(InetAddress.getLoopbackAddress(), target);
    } catch (IOException away) {
      client.close();
      return;
    }
    Link link = new Link(client, server, links::remove);
    links.add(link);
    mostLinks.accumulateAndGet(links.size(), Math::max);
    Pump.inBackground(new Pump(link, client, server, faults, requests));
    Pump.inBackground(new Pump(link, server, client, faults, answers));
  }
}
