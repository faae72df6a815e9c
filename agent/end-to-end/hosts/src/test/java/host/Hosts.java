package host;

import dev.holdfast.Retry;
import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The JVMs that programs run in, and the jars they run with. */
final class Hosts {

  /** What the scenario prints wherever its methods are guarded. */
  static final String GUARDED =
      "retried=3 inherited=3 broken=4 refused=2 stored=1,1 late=true covered=substitute degraded";

  private Hosts() {}

  /** A JVM under the agent, with the programs and the libraries of one host. */
  static ForkedJvm under(String host) throws IOException {
    return bare(Jdk.own(), host).withAgent();
  }

  /** The same without the agent. */
  static ForkedJvm bare(Jdk jdk, String host) throws IOException {
    return ForkedJvm.of(jdk).withClassPath(place(TomcatHost.class)).withClassPath(jars(host));
  }

  /** The libraries of a host, as the build copied them. */
  static Path[] jars(String host) throws IOException {
    try (Stream<Path> jars = Files.list(Path.of(System.getProperty("holdfast.hosts"), host))) {
      return jars.sorted().toArray(Path[]::new);
    }
  }

  /** The annotations' jar. */
  static Path annotations() {
    return place(Retry.class);
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
