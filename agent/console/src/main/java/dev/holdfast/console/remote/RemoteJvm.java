package dev.holdfast.console.remote;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.holdfast.core.Version;
import dev.holdfast.weaving.control.Answer;
import dev.holdfast.weaving.control.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * A JVM that runs already, asked through the JDK's attach door: a request goes in as arguments of
 * the agent, the answer comes back as a system property whose name nobody can guess.
 */
final class RemoteJvm implements AutoCloseable {

  private static final String ANSWER = "dev.holdfast.answer.";
  private static final int TOKEN_BYTES = 16;

  private final VirtualMachine machine;
  private final Path agentJar;

  private RemoteJvm(VirtualMachine machine, Path agentJar) {
    this.machine = machine;
    this.agentJar = agentJar;
  }

  /**
   * Attaches to a process.
   *
   * @throws Unreachable when it cannot be
   */
  static RemoteJvm of(long pid, Path agentJar) throws Unreachable {
    LocalProcess process = LocalProcess.of(pid);
    process.requireAttachable();
    try {
      return new RemoteJvm(Door.open(pid), agentJar);
    } catch (AttachNotSupportedException | IOException refused) {
      throw new Unreachable(process.unanswered(refused), refused);
    }
  }

  /** Asks the agent in that JVM, which is loaded there if it has to be. */
  Answer ask(String command, String arguments) throws Unreachable {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    String token = HexFormat.of().formatHex(random);
    load(new Request(token, Version.TEXT, command, arguments).text());
    try {
      String answer = machine.getSystemProperties().getProperty(ANSWER + token);
      if (answer == null) {
        throw new Unreachable(
            machine.id() + ": the agent did not answer (expected: it does). See what it wrote.");
      }
      return Answer.parse(answer);
    } catch (IOException gone) {
      throw gone(gone);
    }
  }

  /** System properties of that JVM. */
  Properties properties() throws Unreachable {
    try {
      return machine.getSystemProperties();
    } catch (IOException gone) {
      throw gone(gone);
    }
  }

  private void load(String arguments) throws Unreachable {
    try {
      machine.loadAgent(agentJar.toString(), arguments);
    } catch (AgentLoadException | AgentInitializationException refused) {
      throw new Unreachable(
          machine.id()
              + ": that JVM does not load agents: "
              + refused.getMessage()
              + " (expected: started without -XX:-EnableDynamicAgentLoading).",
          refused);
    } catch (IOException gone) {
      throw gone(gone);
    }
  }

  private Unreachable gone(IOException failure) {
    return new Unreachable(
        machine.id() + ": that JVM went away while it was asked: " + failure.getMessage(), failure);
  }

  @Override
  public void close() {
    try {
      machine.detach();
    } catch (IOException gone) {
      // The other end has closed already; there is nothing left to let go.
      return;
    }
  }
}
