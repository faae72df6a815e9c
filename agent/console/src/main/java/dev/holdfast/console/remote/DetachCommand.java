package dev.holdfast.console.remote;

import picocli.CommandLine.Command;

/** Takes the agent out of a JVM again. */
@Command(
    name = "detach",
    description = {
      "Take the agent out of a JVM again.",
      "Every class behaves as it did before; calls that are running finish as they began."
    })
public final class DetachCommand extends PresentCommand {

  /**
   * @param reach finds the JVM
   */
  public DetachCommand(Reach reach) {
    super(reach);
  }

  @Override
  int run(RemoteJvm jvm) throws Unreachable {
    return ask(jvm, "detach", "");
  }
}
