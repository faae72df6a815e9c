package dev.holdfast.campaign;

import dev.holdfast.campaign.proxy.Faults;
import dev.holdfast.campaign.proxy.Proxy;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * What happens to a server and its connections while processes are killed.
 *
 * @param server as the processes are to reach it
 * @param faults of its connections
 * @param ending opened when it is enough
 * @param crashes how often the server was killed in the end
 */
record Misfortune(
    Server server, Faults faults, CountDownLatch ending, CompletableFuture<Integer> crashes)
    implements AutoCloseable {

  /** A step is a handful of chunks. */
  private static final int ONE_CHUNK_IN = 300;

  private static final long SHORTEST_PEACE_MILLIS = 3_000;
  private static final long LONGEST_PEACE_MILLIS = 8_000;

  /** Begins. */
  static Misfortune begin(Server server, Trouble trouble) throws IOException {
    boolean isProcess = server.port() > 0;
    Faults faults = new Faults(ONE_CHUNK_IN);
    Server reached =
        isProcess && trouble.cutsConnections()
            ? new Proxied(server, Proxy.to(server.port(), faults))
            : server;
    Misfortune misfortune =
        new Misfortune(reached, faults, new CountDownLatch(1), new CompletableFuture<>());
    if (isProcess && trouble.killsServers()) {
      Thread thread = new Thread(() -> misfortune.crashNowAndThen(), "crashes");
      thread.setDaemon(true);
      thread.start();
    } else {
      misfortune.crashes.complete(0);
    }
    return misfortune;
  }

  /** No more of it; answers how often the server was killed. */
  int end() {
    faults.end();
    ending.countDown();
    return crashes.join();
  }

  /** The server itself goes on. */
  @Override
  public void close() {
    end();
    if (server instanceof Proxied proxied) {
      proxied.proxy().close();
    }
  }

  private void crashNowAndThen() {
    int count = 0;
    try {
      while (!ending.await(peaceMillis(), TimeUnit.MILLISECONDS)) {
        server.crash();
        count++;
      }
      crashes.complete(count);
    } catch (IOException | InterruptedException | RuntimeException failure) {
      crashes.completeExceptionally(failure);
    }
  }

  private static long peaceMillis() {
    return ThreadLocalRandom.current().nextLong(SHORTEST_PEACE_MILLIS, LONGEST_PEACE_MILLIS);
  }
}
