package dev.holdfast.campaign;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL, with its commits on disk. */
public final class PostgresServer implements Server {

  private final Path data;
  private final int port;
  private EmbeddedPostgres server;
  private Process leash;

  private PostgresServer(Path data, int port) throws IOException {
    this.data = data;
    this.port = port;
    server = started(data, port);
    leash = Killing.togetherWithUs(pid());
  }

  /** Starts one with a database of its own. */
  public static PostgresServer start() throws IOException {
    return start(Files.createTempDirectory("campaign"));
  }

  /** Starts one with a database of its own, whose files are kept in a folder. */
  public static PostgresServer start(Path folder) throws IOException {
    return new PostgresServer(folder.resolve("postgresql"), Ports.free());
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public String url() {
    return "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(port);
  }

  @Override
  public int processes() {
    return 3;
  }

  @Override
  public int port() {
    return port;
  }

  /** Closing gives a lock up. */
  @Override
  public void crash() throws IOException, InterruptedException {
    leash.destroy();
    Killing.kill(pid());
    server.close();
    server = Restart.of(() -> started(data, port));
    leash = Killing.togetherWithUs(pid());
  }

  @Override
  public void close() {
    leash.destroy();
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private long pid() throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
  }

  private static EmbeddedPostgres started(Path data, int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .setServerConfig("fsync", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("synchronous_commit", "on")
        .start();
  }
}
