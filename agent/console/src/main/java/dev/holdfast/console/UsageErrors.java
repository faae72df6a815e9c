package dev.holdfast.console;

import dev.holdfast.core.config.Closest;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what was wrong with a command, and how to see what is right. */
final class UsageErrors
    implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {

  private static final List<String> COMMANDS =
      List.of(
          "attach", "detach", "explain", "help", "list", "reset", "schema", "set", "status",
          "version");

  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    PrintWriter err = command.getErr();
    boolean isRoot = command.getParent() == null;
    if (isRoot && mistake instanceof UnmatchedArgumentException unmatched) {
      String written = unmatched.getUnmatched().get(0);
      err.println(
          written
              + ": not a command (expected: "
              + String.join(", ", COMMANDS)
              + "). Did you mean "
              + Closest.to(written, COMMANDS)
              + "?");
    } else if (isRoot) {
      command.usage(err);
    } else {
      err.println(mistake.getMessage() + ". See: help " + command.getCommandName());
    }
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    String message = failure.getMessage();
    boolean isPathAlone = failure instanceof FileSystemException;
    command.getErr().println(message == null || isPathAlone ? failure.toString() : message);
    return ExitCode.USAGE;
  }
}
