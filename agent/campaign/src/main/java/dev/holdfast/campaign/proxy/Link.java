package dev.holdfast.campaign.proxy;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One connection of a client, and the one that goes on from it. */
record Link(Socket client, Socket server, AtomicInteger directions, Consumer<Link> whenCut) {

  Link(Socket client, Socket server, Consumer<Link> whenCut) {
    this(client, server, new AtomicInteger(2), whenCut);
  }

  /** One direction has ended; the other one may go on. */
  void ended(Socket receiver) throws IOException {
    receiver.shutdownOutput();
    if (directions.decrementAndGet() == 0) {
      cut();
    }
  }

  /** Resets both: neither side is told in order. */
  void cut() {
    reset(client);
    reset(server);
    whenCut.accept(this);
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException closed) {
      // That is what was wanted.
    }
  }
}
