package dev.holdfast.campaign;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import redis.embedded.RedisServer;

/** Redis, with each write on disk. */
public final class RedisInstance implements Server {

  private static final String PROCESS = "process_id:";

  private final Path folder;
  private final int port;
  private RedisServer server;
  private Process leash;

  private RedisInstance(Path folder, int port) throws IOException {
    this.folder = folder;
    this.port = port;
    server = started(folder, port);
    leash = Killing.togetherWithUs(pid());
  }

  /** Starts one that keeps its files in a folder. */
  public static RedisInstance start(Path folder) throws IOException {
    return new RedisInstance(folder, Ports.free());
  }

  @Override
  public String name() {
    return "Redis";
  }

  @Override
  public String url() {
    return "redis://localhost:" + port;
  }

  @Override
  public int processes() {
    return 3;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void crash() throws IOException, InterruptedException {
    leash.destroy();
    Killing.kill(pid());
    server.stop();
    server = Restart.of(() -> started(folder, port));
    leash = Killing.togetherWithUs(pid());
  }

  @Override
  public void close() {
    leash.destroy();
    try {
      server.stop();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private long pid() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        BufferedReader answer =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      socket.getOutputStream().write("INFO server\r\n".getBytes(StandardCharsets.US_ASCII));
      for (String line = answer.readLine(); line != null; line = answer.readLine()) {
        if (line.startsWith(PROCESS)) {
          return Long.parseLong(line.substring(PROCESS.length()));
        }
      }
    }
    throw new IOException("Redis does not say which process it is");
  }

  private static RedisServer started(Path folder, int port) throws IOException {
    RedisServer server =
        RedisServer.newRedisServer()
            .port(port)
            .setting("dir " + folder)
            .setting("appendonly yes")
            .setting("appendfsync always")
            .build();
    server.start();
    return server;
  }
}
