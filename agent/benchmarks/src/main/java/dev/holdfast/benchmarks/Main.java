package dev.holdfast.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks, each in a JVM of its own under the agent jar, with the GC profiler. Takes
 * JMH's own command line; what it does not say is set here. {@code -Dchart=FILE} leaves a plot.
 */
public final class Main {

  private Main() {}

  /** Runs what the command line selects; all benchmarks by default. */
  public static void main(String[] arguments)
      throws CommandLineOptionException, RunnerException, URISyntaxException, IOException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .parent(new CommandLineOptions(arguments))
                    .jvmArgsAppend("-javaagent:" + agentJar(), "-Dholdfast.log=warn")
                    .addProfiler(GCProfiler.class)
                    .build())
            .run();
    String chart = System.getProperty("chart");
    if (chart != null) {
      Files.writeString(Path.of(chart), Chart.of(results).svg());
    }
  }

  /** The agent's jar: {@code -Dagent=PATH}, else where the build leaves it. */
  static File agentJar() throws URISyntaxException {
    String named = System.getProperty("agent");
    if (named != null) {
      return new File(named);
    }
    File own = new File(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return new File(own.getParentFile(), "../../target/holdfast-agent.jar");
  }
}
