package dev.holdfast.console;

import dev.holdfast.core.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that this version has not got: says so, whatever is given to it. */
@Command(hidden = true)
final class LaterCommand implements Callable<Integer> {

  private final String name;

  @Spec private CommandSpec spec = CommandSpec.create();

  LaterCommand(String name) {
    this.name = name;
  }

  @Override
  public Integer call() {
    spec.commandLine()
        .getErr()
        .println(
            name
                + ": not in holdfast "
                + Version.TEXT
                + " (expected: attach, detach, explain, help or version). A later version will have it.");
    return ExitCode.USAGE;
  }
}
