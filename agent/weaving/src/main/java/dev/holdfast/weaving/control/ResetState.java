package dev.holdfast.weaving.control;

import dev.holdfast.core.config.Closest;
import dev.holdfast.core.pipeline.States;
import dev.holdfast.core.view.Stateful;
import java.util.List;

/** {@code reset}: closes the breakers of a name, as if nothing had happened to them. */
public record ResetState(States states) implements Control.Command {

  @Override
  public Answer answer(String name) {
    List<Stateful> all = states.shared(Stateful.class);
    List<String> names = all.stream().flatMap(each -> each.resettable().stream()).toList();
    int reset = all.stream().mapToInt(each -> each.reset(name)).sum();
    if (reset > 0) {
      return Answer.done("reset: " + name);
    }
    String unknown = name + ": no breaker has that name (expected: one that status shows). ";
    return Answer.failed(
        names.isEmpty()
            ? unknown + "No method with a breaker has been called yet."
            : unknown + "Did you mean " + Closest.to(name, names) + "?");
  }
}
