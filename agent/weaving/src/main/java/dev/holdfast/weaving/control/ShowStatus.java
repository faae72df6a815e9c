package dev.holdfast.weaving.control;

import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.pipeline.Guards;
import dev.holdfast.core.pipeline.States;
import java.util.List;
import java.util.function.Supplier;

/**
 * Tells what is guarded, and what came of it.
 *
 * @param problems what was asked for and cannot be, as of now
 */
public record ShowStatus(
    Guards guards,
    States states,
    Supplier<Configuration> configuration,
    Supplier<List<String>> problems)
    implements Control.Command {

  /** The argument of who wants JSON. */
  public static final String JSON = "json";

  @Override
  public Answer answer(String arguments) {
    Status status = Status.of(guards, states, configuration.get(), problems.get());
    return Answer.done(arguments.equals(JSON) ? StatusJson.of(status) : StatusText.of(status));
  }
}
