package dev.holdfast.console.remote;

import dev.holdfast.weaving.control.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a JVM is told to load: the agent's jar, and a request as the agent's options. All of it is
 * one argument to the JVM.
 */
record Load(Path agentJar, Request request) {

  /** HotSpot's {@code AttachOperation::arg_length_max}; before Java 24 it hangs up on more. */
  private static final int MOST_BYTES = 1024;

  String jar() {
    return agentJar.toString();
  }

  String options() {
    return request.text();
  }

  /** Why a JVM may have hung up; empty if it is not too much for any. */
  Optional<String> excess() {
    String argument = jar() + '=' + options();
    int bytes = argument.getBytes(StandardCharsets.UTF_8).length;
    return bytes <= MOST_BYTES
        ? Optional.empty()
        : Optional.of(
            bytes
                + " bytes at once (expected: at most "
                + MOST_BYTES
                + " before Java 24, the path of the agent's jar included). "
                + remedy());
  }

  private String remedy() {
    return switch (request.command()) {
      case "attach" ->
          "Put the settings into a .properties file, and attach with config=FILE, its whole path.";
      case "set" -> "Set the values one by one.";
      default -> "Put the agent's jar where its path is shorter.";
    };
  }
}
