package dev.holdfast.console;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine;

/** The entry of the command line, called by the launcher within the agent's class loader. */
public final class Main {

  /** What only a later version has. */
  private static final List<String> LATER =
      List.of("list", "attach", "status", "set", "reset", "detach");

  private Main() {}

  /** Runs one command and ends the JVM with its exit code: 0 fine, 1 problems, 2 usage. */
  @SuppressWarnings("SystemOut") // this is a command line
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, charset("stdout.encoding"));
    PrintWriter err = new PrintWriter(System.err, true, charset("stderr.encoding"));
    System.exit(run(arguments, out, err, System.getProperties(), System.getenv()));
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
      Properties properties,
      Map<String, String> environment) {
    CommandLine line = new CommandLine(new HoldfastCommand());
    line.addSubcommand(new ExplainCommand(properties, environment));
    for (String name : LATER) {
      line.addSubcommand(
          name, new CommandLine(new LaterCommand(name)).setUnmatchedArgumentsAllowed(true));
    }
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
