package dev.holdfast.console.explain;

/** How parts of a report stand out: with colours on a terminal, else not at all. */
@FunctionalInterface
public interface Palette {

  /** For files and pipes. */
  Palette PLAIN = (part, text) -> text;

  /** For terminals that know ANSI escapes. */
  Palette COLOURED = (part, text) -> "\u001b[" + part.code + "m" + text + "\u001b[0m";

  /** What stands out. */
  enum Part {
    METHOD("1"),
    POLICY("36"),
    ORIGIN("2"),
    PROBLEM("31");

    private final String code;

    Part(String code) {
      this.code = code;
    }
  }

  /** The palette of a terminal, or of none. */
  static Palette of(boolean isTerminal) {
    return isTerminal ? COLOURED : PLAIN;
  }

  String paint(Part part, String text);
}
