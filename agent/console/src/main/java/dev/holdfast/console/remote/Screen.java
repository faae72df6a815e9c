package dev.holdfast.console.remote;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;

/** Shows one text after the other. */
@FunctionalInterface
interface Screen {

  void show(String text);

  /** Over the last one on a terminal, below it in files and pipes. */
  static Screen of(boolean isTerminal, PrintWriter out) {
    return isTerminal ? text -> redraw(text, out) : text -> append(text, out);
  }

  /** Whether people look: since Java 22 there is a console in any case, which has to be asked. */
  @SuppressWarnings("SystemConsoleNull") // Java 17 to 21 answer null
  static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException olderJava) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException unknown) {
      return false;
    }
  }

  /** Clears what it does not write over afterwards, so that nothing flickers. */
  private static void redraw(String text, PrintWriter out) {
    out.print("\u001b[H");
    text.lines().forEach(line -> out.print(line + "\u001b[K\n"));
    out.print("\u001b[J");
    out.flush();
  }

  private static void append(String text, PrintWriter out) {
    out.println(text);
    out.println();
  }
}
