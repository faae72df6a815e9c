package dev.holdfast.console;

import dev.holdfast.console.remote.AttachCommand;
import dev.holdfast.console.remote.DetachCommand;
import dev.holdfast.console.remote.ListCommand;
import dev.holdfast.console.remote.Reach;
import dev.holdfast.console.remote.ResetCommand;
import dev.holdfast.console.remote.SetCommand;
import dev.holdfast.console.remote.StatusCommand;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine;

/** The entry of the command line, called by the launcher within the agent's class loader. */
public final class Main {

  private Main() {}

  /**
   * Runs one command and ends the JVM with its exit code: 0 fine, 1 problems, 2 usage.
   *
   * @param agentJar the jar that this comes from
   */
  @SuppressWarnings("SystemOut") // this is a command line
  public static void main(String agentJar, String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, charset("stdout.encoding"));
    PrintWriter err = new PrintWriter(System.err, true, charset("stderr.encoding"));
    Reach reach = new Reach(Path.of(agentJar).toAbsolutePath());
    System.exit(run(arguments, out, err, reach, System.getProperties(), System.getenv()));
  }

  /** What the terminal reads, as Java 19 and later know it. */
  private static Charset charset(String property) {
    return Charset.forName(System.getProperty(property, "UTF-8"));
  }

  /** Runs one command and returns its exit code. */
  static int run(
      String[] arguments,
      PrintWriter out,
      PrintWriter err,
      Reach reach,
      Properties properties,
      Map<String, String> environment) {
    CommandLine line = new CommandLine(new HoldfastCommand());
    line.addSubcommand(new ExplainCommand(properties, environment));
    line.addSubcommand(new AttachCommand(reach));
    line.addSubcommand(new DetachCommand(reach));
    line.addSubcommand(new ListCommand(reach));
    line.addSubcommand(new ResetCommand(reach));
    line.addSubcommand(new SchemaCommand());
    line.addSubcommand(new SetCommand(reach));
    line.addSubcommand(new StatusCommand(reach));
    UsageErrors errors = new UsageErrors();
    line.setOut(out);
    line.setErr(err);
    line.setParameterExceptionHandler(errors);
    line.setExecutionExceptionHandler(errors);
    int exitCode = line.execute(arguments);
    out.flush();
    err.flush();
    return exitCode;
  }
}
