package dev.holdfast.console;

import dev.holdfast.core.Version;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What stands above all commands. */
@Command(
    name = HoldfastCommand.NAME,
    description = "Holdfast: keeps annotated methods working when what they depend on does not.",
    footer = {
      "",
      "As an agent: java -javaagent:holdfast-agent.jar[=key=value,...] -jar your-program.jar"
    },
    subcommands = {CommandLine.HelpCommand.class, HoldfastCommand.VersionCommand.class},
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:fine", "1:problems were found", "2:the command was not understood"},
    mixinStandardHelpOptions = true,
    versionProvider = HoldfastCommand.Versions.class)
final class HoldfastCommand implements Callable<Integer> {

  static final String NAME = "java -jar holdfast-agent.jar";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "no command");
  }

  /** {@code holdfast 0.1.0}, and the Java that runs it. */
  static final class Versions implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "holdfast " + Version.TEXT + " (Java " + Runtime.version().feature() + ")"
      };
    }
  }

  /** Prints the version. */
  @Command(name = "version", description = "Print the version.")
  static final class VersionCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      out.println(new Versions().getVersion()[0]);
      return CommandLine.ExitCode.OK;
    }
  }
}
