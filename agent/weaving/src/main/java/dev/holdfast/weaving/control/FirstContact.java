package dev.holdfast.weaving.control;

import dev.holdfast.core.Version;
import java.util.Optional;

/** Answers the command line in a JVM in which no engine runs. */
public final class FirstContact {

  /** Attaches with the agent's arguments. */
  @FunctionalInterface
  public interface Attaching {

    /** Attaches; says what came of it. */
    Answer attach(String arguments) throws ReflectiveOperationException;
  }

  private FirstContact() {}

  /**
   * Answers where no engine runs.
   *
   * @param text as {@link Request} writes it
   */
  public static Answer answer(String text, Attaching attaching)
      throws ReflectiveOperationException {
    Optional<Request> request = Request.parse(text);
    Optional<Answer> refusal = refusal(request, Version.TEXT);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (request.isPresent() && request.get().command().equals("attach")) {
      return attaching.attach(request.get().arguments());
    }
    return Answer.failed(Presence.ABSENT);
  }

  /** Why a request is not looked into; empty if it is. */
  static Optional<Answer> refusal(Optional<Request> request, String version) {
    if (request.isEmpty()) {
      return Optional.of(
          Answer.failed("the request is not understood (expected: one of the command line)"));
    }
    return Presence.mismatch(version, request.get().version()).map(Answer::failed);
  }
}
