package dev.holdfast.console.remote;

import dev.holdfast.core.Version;
import dev.holdfast.weaving.control.Answer;
import dev.holdfast.weaving.control.Presence;
import java.util.Optional;
import picocli.CommandLine.Command;

/**
 * A command for the agent that is in a JVM: where there is none, or another version, nothing is
 * loaded there.
 */
@Command
abstract class PresentCommand extends RemoteCommand {

  PresentCommand(Reach reach) {
    super(reach);
  }

  /** Asks, and prints what was answered; the exit code. */
  final int ask(RemoteJvm jvm, String command, String arguments) throws Unreachable {
    return print(answer(jvm, command, arguments));
  }

  /** Asks; says what was answered. */
  final Answer answer(RemoteJvm jvm, String command, String arguments) throws Unreachable {
    Optional<String> running = Presence.in(jvm.properties());
    if (running.isEmpty()) {
      return Answer.failed(Presence.ABSENT);
    }
    Optional<String> mismatch = Presence.mismatch(running.get(), Version.TEXT);
    return mismatch.isPresent() ? Answer.failed(mismatch.get()) : jvm.ask(command, arguments);
  }
}
