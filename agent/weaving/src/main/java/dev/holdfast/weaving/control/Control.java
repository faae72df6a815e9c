package dev.holdfast.weaving.control;

import dev.holdfast.core.Version;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the command line about the engine that runs. Whatever fails in here is an answer, too:
 * the application does not notice.
 */
public final class Control implements UnaryOperator<String> {

  private static final Logger LOG = LoggerFactory.getLogger(Control.class);

  private final Supplier<Map<String, Command>> commands;

  /** Does what the command line asks for. */
  @FunctionalInterface
  public interface Command {

    /**
     * @param arguments as {@link Request#arguments()}
     */
    Answer answer(String arguments) throws ReflectiveOperationException;
  }

  /**
   * @param commands by their names; asked at each request, because mostly there is none
   */
  public Control(Supplier<Map<String, Command>> commands) {
    this.commands = commands;
  }

  @Override
  public String apply(String text) {
    Optional<Request> request = Request.parse(text);
    return FirstContact.refusal(request, Version.TEXT)
        .orElseGet(() -> answer(request.orElseThrow()))
        .line();
  }

  private Answer answer(Request request) {
    String name = request.command();
    Command command = commands.get().get(name);
    if (command == null) {
      return Answer.failed(name + ": not a request that holdfast " + Version.TEXT + " knows");
    }
    try {
      return command.answer(request.arguments());
    } catch (ReflectiveOperationException | RuntimeException | LinkageError fault) {
      LOG.error("{} was done in part", name, fault);
      return Answer.failed(name + " was done in part: " + fault);
    }
  }
}
