package host;

import static host.Hosts.GUARDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent is in the server's {@code JAVA_OPTS} and nowhere else. */
@Tag("application-server")
class KarafIT {

  @Test
  void guardsBundles(@TempDir Path folder) throws Exception {
    try (Karaf karaf = Karaf.start(folder, "-javaagent:" + ForkedJvm.agentJar())) {
      karaf.deploy("ports", BundleJar.ports().bytes());
      play(karaf, "plain", "ports");
      play(karaf, "importing", "ports,dev.holdfast;resolution:=optional");
      karaf.deploy("holdfast-annotations", Files.readAllBytes(Hosts.annotations()));
      play(karaf, "requiring", "ports,dev.holdfast;version=\"[0.1,1)\"");
      assertThat(karaf.printed()).contains("[holdfast] INFO").doesNotContain("[holdfast] ERROR");
    }
    Table.row(
        "Karaf " + Karaf.version(),
        "bundles that import dev.holdfast or do not, our jar as a bundle, no boot delegation",
        "guarded");
  }

  private static void play(Karaf karaf, String name, String imports) throws Exception {
    karaf.deploy(name, BundleJar.scenario(name, imports).playing().bytes());

    assertThat(karaf.played(name)).isEqualTo("played " + name + " " + GUARDED + " exceptions=null");
  }
}
