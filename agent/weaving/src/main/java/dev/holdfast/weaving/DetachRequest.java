package dev.holdfast.weaving;

import dev.holdfast.weaving.control.Answer;
import dev.holdfast.weaving.control.Control;
import dev.holdfast.weaving.control.Words;

/** {@code detach}: takes the engine out, and says what came of it. */
record DetachRequest(Detaching detaching) implements Control.Command {

  @Override
  public Answer answer(String arguments) throws ReflectiveOperationException {
    Detaching.Outcome outcome = detaching.detach();
    StringBuilder text = new StringBuilder();
    text.append("detached: ").append(Words.counted(outcome.methods(), "method"));
    text.append(outcome.methods() == 1 ? " is as it was" : " are as they were");
    if (outcome.busyThreads() > 0) {
      text.append("; ").append(Words.counted(outcome.busyThreads(), "thread"));
      text.append(" in guarded calls, which finish as they began");
    }
    for (Class<?> refused : outcome.refused()) {
      text.append('\n').append(refused.getName());
      text.append(": the JVM does not transform it again; its calls are not guarded all the same");
    }
    return Answer.done(text.toString());
  }
}
