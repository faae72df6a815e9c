package host;

import dev.holdfast.testkit.Jdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * WildFly as it comes, started by its own script. In a folder of its own lie a copy of its
 * configuration, in which only the ports and how often it looks for deployments are others, and
 * what is deployed.
 */
final class WildFly implements AutoCloseable {

  private static final int HTTP = 8080;
  private static final int TRIES = 600;

  private final Server server;
  private final Path deployments;
  private final String address;
  private final HttpClient client = HttpClient.newHttpClient();

  private WildFly(Server server, Path deployments, String address) {
    this.server = server;
    this.deployments = deployments;
    this.address = address;
  }

  /**
   * Starts it and waits until it has started.
   *
   * @param javaOpts its {@code JAVA_OPTS}
   */
  static WildFly start(Path folder, String javaOpts) throws IOException, InterruptedException {
    Path home = home();
    Path deployments = Files.createDirectories(folder.resolve("deployments"));
    configure(home.resolve("standalone/configuration"), folder.resolve("configuration"));
    int offset = freePort() - HTTP;
    Server server =
        Server.start(
            List.of(
                home.resolve("bin/standalone.sh").toString(),
                "-Djboss.server.base.dir=" + folder,
                "-Djboss.socket.binding.port-offset=" + offset),
            Map.of("JAVA_OPTS", javaOpts),
            folder);
    WildFly wildFly = new WildFly(server, deployments, "http://localhost:" + (HTTP + offset) + "/");
    try {
      server.await(" started in ");
      return wildFly;
    } catch (IOException notStarted) {
      server.close();
      throw notStarted;
    }
  }

  /** Its release, {@code 35}. */
  static String release() {
    return home().getFileName().toString().replaceAll("^wildfly-|\\..*$", "");
  }

  private static Path home() {
    try (Stream<Path> unpacked = Files.list(Path.of(System.getProperty("holdfast.servers")))) {
      return unpacked
          .filter(folder -> folder.getFileName().toString().startsWith("wildfly-"))
          .findFirst()
          .orElseThrow();
    } catch (IOException absent) {
      throw new UncheckedIOException(absent);
    }
  }

  private static void configure(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
    Path standalone = to.resolve("standalone.xml");
    Files.writeString(
        standalone,
        Files.readString(standalone).replace("scan-interval=\"5000\"", "scan-interval=\"200\""));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Deploys it and waits until it is. */
  void deploy(War war) throws IOException, InterruptedException {
    Path packed = deployments.resolveSibling(war.name() + ".packed");
    war.pack(packed);
    Files.move(packed, deployments.resolve(war.name() + ".war"), StandardCopyOption.ATOMIC_MOVE);
    await(war.name() + ".war.deployed");
  }

  /** Takes it away and waits until it is. */
  void undeploy(War war) throws IOException, InterruptedException {
    Files.delete(deployments.resolve(war.name() + ".war"));
    await(war.name() + ".war.undeployed");
  }

  private void await(String marker) throws IOException, InterruptedException {
    for (int tries = 0; tries < TRIES; tries++) {
      if (Files.exists(deployments.resolve(marker))) {
        return;
      }
      Thread.sleep(100);
    }
    throw new IOException("no " + marker + ":\n" + server.printed());
  }

  /** The status and the body that a webapp answers. */
  String get(War war) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + war.name() + "/")).build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    return response.statusCode() + " " + response.body().trim();
  }

  /** How many loaders live of all that a webapp of that name ever had. */
  int liveLoaders(War war) throws IOException, InterruptedException {
    jcmd("GC.run");
    jcmd("GC.run");
    String name = "\"deployment." + war.name() + ".war\"";
    return (int) jcmd("VM.classloaders").lines().filter(line -> line.contains(name)).count();
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Jdk.own().home().resolve("bin/jcmd").toString(), Long.toString(pid()), command)
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed;
  }

  long pid() throws IOException {
    return server.pid();
  }

  String printed() {
    return server.printed();
  }

  @Override
  public void close() {
    server.close();
  }
}
