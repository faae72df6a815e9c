package host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Karaf as it comes, in a copy of its folder, started by its own script. */
final class Karaf implements AutoCloseable {

  private final Server server;
  private final Path deploy;

  private Karaf(Server server, Path deploy) {
    this.server = server;
    this.deploy = deploy;
  }

  /**
   * Starts it; what is deployed is looked at when it has started.
   *
   * @param javaOpts its {@code JAVA_OPTS}
   */
  static Karaf start(Path folder, String javaOpts) throws IOException {
    Path home = folder.resolve("karaf");
    copy(unpacked(), home);
    Server server =
        Server.start(
            List.of(home.resolve("bin/karaf").toString(), "server"),
            Map.of("JAVA_OPTS", javaOpts),
            home);
    return new Karaf(server, home.resolve("deploy"));
  }

  /** Its version. */
  static String version() {
    return unpacked().getFileName().toString().substring("apache-karaf-".length());
  }

  private static Path unpacked() {
    try (Stream<Path> unpacked = Files.list(Path.of(System.getProperty("holdfast.servers")))) {
      return unpacked
          .filter(folder -> folder.getFileName().toString().startsWith("apache-karaf-"))
          .findFirst()
          .orElseThrow();
    } catch (IOException absent) {
      throw new UncheckedIOException(absent);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** Deploys a bundle. */
  void deploy(String name, byte[] jar) throws IOException {
    Path packed = deploy.resolveSibling(name + ".packed");
    Files.write(packed, jar);
    Files.move(packed, deploy.resolve(name + ".jar"), StandardCopyOption.ATOMIC_MOVE);
  }

  /** What the bundle of that name said when it had played. */
  String played(String name) throws IOException, InterruptedException {
    return server.await("played " + name);
  }

  String printed() {
    return server.printed();
  }

  @Override
  public void close() {
    server.close();
  }
}
