package dev.holdfast.console.remote;

import dev.holdfast.core.view.TextTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the JVMs of this user. */
@Command(
    name = "list",
    description = "List the JVMs of your user, what they run, and whether the agent is in them.")
public final class ListCommand implements Callable<Integer> {

  private final Reach reach;

  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * @param reach finds the JVMs
   */
  public ListCommand(Reach reach) {
    this.reach = reach;
  }

  @Override
  public Integer call() {
    TextTable table = new TextTable("PID", "HOLDFAST", "PROGRAM");
    try {
      reach.all().forEach(jvm -> table.add(jvm.pid(), jvm.holdfast(), jvm.program()));
    } catch (NoClassDefFoundError missing) {
      spec.commandLine().getErr().println(Reach.withoutJdkAttach(missing));
      return ExitCode.SOFTWARE;
    }
    spec.commandLine().getOut().print(table.text());
    return ExitCode.OK;
  }
}
