package dev.holdfast.console.remote;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts values in force in a JVM. */
@Command(
    name = "set",
    description = {
      "Put values in force for as long as the agent runs there, above all other sources.",
      "With any problem in them none is changed; what reaches outside of the process never is."
    },
    footer = {"", "Example: set 4711 rule.pay.retry.max-attempts=5"})
public final class SetCommand extends PresentCommand {

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "KEY=VALUE",
      description = "Settings, the keys without holdfast. or with it.")
  private List<String> settings = List.of();

  /**
   * @param reach finds the JVM
   */
  public SetCommand(Reach reach) {
    super(reach);
  }

  @Override
  int run(RemoteJvm jvm) throws Unreachable {
    return ask(jvm, "set", String.join(",", settings));
  }
}
