package dev.holdfast.console.remote;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Closes a breaker in a JVM. */
@Command(name = "reset", description = "Close a circuit breaker and forget what its window holds.")
public final class ResetCommand extends PresentCommand {

  @Parameters(index = "1", paramLabel = "NAME", description = "The breaker, as status names it.")
  private String name = "";

  /**
   * @param reach finds the JVM
   */
  public ResetCommand(Reach reach) {
    super(reach);
  }

  @Override
  int run(RemoteJvm jvm) throws Unreachable {
    return ask(jvm, "reset", name);
  }
}
