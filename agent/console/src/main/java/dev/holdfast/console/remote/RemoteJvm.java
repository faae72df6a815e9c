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
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A JVM that runs already, asked through the JDK's attach door: a request goes in as arguments of
 * the agent, the answer comes back as a system property whose name nobody can guess.
 */
final class RemoteJvm implements AutoCloseable {

  private static final int TOKEN_BYTES = 16;

  /** What the agent's class files need. */
  private static final String OLDEST = "17";

  /** How the JDK says it; it has no type for it. */
  private static final String NO_JAR = "Agent JAR not found";

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
    String token = token();
    load(new Load(agentJar, new Request(token, Version.TEXT, command, arguments)));
    return answer(token)
        .orElseThrow(
            () ->
                new Unreachable(
                    machine.id()
                        + ": the agent did not answer (expected: it does). See what it wrote."));
  }

  /** A name for an answer that nobody can guess. */
  static String token() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** The answer of that name; empty if there is none, or none any more. */
  Optional<Answer> answer(String token) throws Unreachable {
    return Optional.ofNullable(properties().getProperty(Answer.property(token))).map(Answer::parse);
  }

  /** System properties of that JVM. */
  Properties properties() throws Unreachable {
    try {
      return machine.getSystemProperties();
    } catch (IOException gone) {
      throw gone(gone);
    }
  }

  private void load(Load load) throws Unreachable {
    try {
      machine.loadAgent(load.jar(), load.options());
    } catch (AgentLoadException | AgentInitializationException refused) {
      String version = properties().getProperty("java.specification.version", OLDEST);
      String why = tooOld(version).orElseGet(() -> unloaded(refused.getMessage()));
      throw new Unreachable(machine.id() + ": " + why, refused);
    } catch (IOException gone) {
      String excess = load.excess().orElse(null);
      throw excess == null ? gone(gone) : new Unreachable(machine.id() + ": " + excess, gone);
    }
  }

  /**
   * Why a JVM cannot load the agent's class files, which it does not say itself; empty if it can.
   *
   * @param version its {@code java.specification.version}
   */
  static Optional<String> tooOld(String version) {
    return Runtime.Version.parse(version).feature() >= Runtime.Version.parse(OLDEST).feature()
        ? Optional.empty()
        : Optional.of("that JVM is Java " + version + " (expected: " + OLDEST + " or newer).");
  }

  private String unloaded(@Nullable String message) {
    return message != null && message.startsWith(NO_JAR)
        ? "that JVM cannot read "
            + agentJar
            + " (expected: a file that its user may read, in its container, too). Copy the jar to"
            + " where it can, and use that one."
        : "that JVM does not load agents: "
            + message
            + " (expected: started without -XX:-EnableDynamicAgentLoading).";
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
