package dev.holdfast.core.log;

import dev.holdfast.core.config.LogLevel;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * One entry as text. What follows the first line is indented, so that nothing that came from
 * outside can look like an entry of its own.
 */
final class LogLine {

  private static final String CONTINUATION = System.lineSeparator() + "    ";

  private LogLine() {}

  /** {@code PREFIX WARN message}, and the failure below with its stack. */
  static String of(String prefix, LogLevel level, String message, @Nullable Throwable failure) {
    StringBuilder line = new StringBuilder(message.length() + 40);
    line.append(prefix).append(' ').append(level.name());
    line.append(level.name().length() < 5 ? "  " : " ");
    appendIndented(line, message);
    if (failure != null) {
      line.append(CONTINUATION);
      appendIndented(line, stackOf(failure).stripTrailing());
    }
    return line.append(System.lineSeparator()).toString();
  }

  private static void appendIndented(StringBuilder line, String text) {
    for (int index = 0; index < text.length(); index++) {
      char c = text.charAt(index);
      if (c == '\n') {
        line.append(CONTINUATION);
      } else if (c != '\r') {
        line.append(c);
      }
    }
  }

  private static String stackOf(Throwable failure) {
    StringWriter stack = new StringWriter();
    failure.printStackTrace(new PrintWriter(stack));
    return stack.toString();
  }
}
