package dev.holdfast.weaving;

import dev.holdfast.core.Version;
import java.util.Optional;

/** Answers the command line in a JVM in which no engine runs. */
final class FirstContact {

  /** Attaches with the agent's arguments. */
  @FunctionalInterface
  interface Attaching {
    Answer attach(String arguments) throws ReflectiveOperationException;
  }

  private FirstContact() {}

  static Answer answer(String text, Attaching attaching) throws ReflectiveOperationException {
    Optional<Request> request = Request.parse(text);
    Optional<Answer> refusal = refusal(request, Version.TEXT);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (request.isPresent() && request.get().command().equals("attach")) {
      return attaching.attach(request.get().arguments());
    }
    return new Answer(false, "the agent is not in that JVM (expected: it is). Attach it first.");
  }

  /** Why a request is not looked into; empty if it is. */
  static Optional<Answer> refusal(Optional<Request> request, String version) {
    if (request.isEmpty()) {
      return Optional.of(
          new Answer(false, "the request is not understood (expected: one of the command line)"));
    }
    String asking = request.get().version();
    return asking.equals(version)
        ? Optional.empty()
        : Optional.of(
            new Answer(
                false,
                "holdfast "
                    + version
                    + " is in that JVM, and this is holdfast "
                    + asking
                    + " (expected: the same version). Use the agent jar of "
                    + version
                    + ", or start the program again."));
  }
}
