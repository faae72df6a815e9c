package dev.holdfast.weaving.control;

import java.util.Optional;

/**
 * What the command line asks of the agent in a JVM that runs already; it comes as the agent's
 * arguments, {@code @TOKEN VERSION COMMAND ARGUMENTS}.
 *
 * @param token names the answer among others
 * @param version of the one who asks
 * @param command in one word
 * @param arguments of the command; may be empty
 */
public record Request(String token, String version, String command, String arguments) {

  private static final int PARTS = 4;

  public Request {
    if (token.isEmpty() || version.isEmpty() || command.isEmpty()) {
      throw new IllegalArgumentException(
          "request: " + token + ' ' + version + ' ' + command + " (expected: no part empty)");
    }
  }

  /** Reads a request; empty if the text is none. */
  public static Optional<Request> parse(String text) {
    String[] parts = text.split(" ", PARTS);
    return parts.length == PARTS && text.startsWith("@")
        ? Optional.of(new Request(parts[0].substring(1), parts[1], parts[2], parts[3]))
        : Optional.empty();
  }

  /** The request as {@link #parse} reads it. */
  public String text() {
    return '@' + token + ' ' + version + ' ' + command + ' ' + arguments;
  }
}
