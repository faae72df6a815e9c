package dev.holdfast.console.remote;

import dev.holdfast.core.Version;
import dev.holdfast.weaving.control.Answer;
import dev.holdfast.weaving.control.Presence;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts the agent into a JVM that runs already. */
@Command(
    name = "attach",
    description = {
      "Put the agent into a JVM that runs already.",
      "Classes that are loaded are woven in place, later ones as under -javaagent."
    },
    footer = {"", "Example: attach 4711 rule.pay.match=shop.Cart#pay,rule.pay.retry=on"})
public final class AttachCommand extends RemoteCommand {

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "KEY=VALUE",
      description = "Settings, the keys without holdfast., parted by commas.")
  private List<String> settings = List.of();

  /**
   * @param reach finds the JVM
   */
  public AttachCommand(Reach reach) {
    super(reach);
  }

  @Override
  int run(RemoteJvm jvm) throws Unreachable {
    Optional<String> running = Presence.in(jvm.properties());
    return print(
        running.isPresent()
            ? Answer.failed(Presence.occupied(running.get(), Version.TEXT))
            : jvm.ask("attach", String.join(",", settings)));
  }
}
