package dev.holdfast.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import redis.embedded.RedisServer;

/** Redis, with each write on disk. */
public record RedisInstance(RedisServer server) implements Server {

  /** Starts one that keeps its files in a folder. */
  public static RedisInstance start(Path folder) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    RedisServer server =
        RedisServer.newRedisServer()
            .port(port)
            .setting("dir " + folder)
            .setting("appendonly yes")
            .setting("appendfsync always")
            .build();
    server.start();
    return new RedisInstance(server);
  }

  @Override
  public String name() {
    return "Redis";
  }

  @Override
  public String url() {
    return "redis://localhost:" + server.ports().get(0);
  }

  @Override
  public int processes() {
    return 3;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
