package dev.holdfast.campaign;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** PostgreSQL, with its commits on disk. */
public record PostgresServer(EmbeddedPostgres server) implements Server {

  /** Starts one with a database of its own. */
  public static PostgresServer start() throws IOException {
    return new PostgresServer(
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on")
            .start());
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public String url() {
    return "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(server.getPort());
  }

  @Override
  public int processes() {
    return 3;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
