package dev.holdfast.console.remote;

import dev.holdfast.weaving.control.ShowStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what the agent in a JVM guards, and what came of it. */
@Command(
    name = "status",
    description = "Show every guard of a JVM with its policies and counts, breakers, and problems.")
public final class StatusCommand extends PresentCommand {

  @Option(names = "--json", description = "Print JSON, every attribute included.")
  private boolean isJson;

  /**
   * @param reach finds the JVM
   */
  public StatusCommand(Reach reach) {
    super(reach);
  }

  @Override
  int run(RemoteJvm jvm) throws Unreachable {
    return ask(jvm, "status", isJson ? ShowStatus.JSON : "");
  }
}
