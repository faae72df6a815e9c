package shop.experiment;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The agent with which other JVMs are started. */
final class AgentJar {
  private AgentJar() {}

  /** The one that was named, else the one that the project built. */
  static Path of(Options options) throws UsageException {
    Path agent = options.agent().orElseGet(AgentJar::built);
    if (!Files.isRegularFile(agent)) {
      throw new UsageException(
          "--agent: "
              + agent
              + " (expected: the agent jar). Build it with mvn package, or name it with --agent PATH.");
    }
    return agent;
  }

  /** From {@code test-app/target/test-app.jar} to its neighbour in the project. */
  private static Path built() {
    try {
      Path self =
          Path.of(AgentJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return self.resolveSibling("../../agent/target/holdfast-agent.jar").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the shop does not run from a file", e);
    }
  }
}
