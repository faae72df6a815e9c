package dev.holdfast.core.keypath;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the language of key paths: operands joined by {@code +}. An operand is a text in single
 * quotes (a quote inside is doubled), or a parameter, by name or as {@code #0}, with steps after
 * dots. {@code header:NAME} stands alone.
 */
final class PathSyntax {

  /** What was read, or why it could not be. */
  sealed interface Answer {

    /** At least one operand, at least one of them no literal. */
    record Terms(List<PathTerm> all) implements Answer {
      public Terms {
        all = List.copyOf(all);
      }
    }

    /** The path is malformed. */
    record Malformed(String reason) implements Answer {}
  }

  private static final String HEADER = "header:";

  /** A token of RFC 9110, section 5.6.2. */
  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");
  private static final Pattern NAME =
      Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");
  private static final Pattern INDEX = Pattern.compile("#\\d{1,3}");

  private final String text;
  private int position;
  private @Nullable String fault;

  private PathSyntax(String text) {
    this.text = text;
  }

  static Answer read(String text) {
    String trimmed = text.strip();
    if (trimmed.startsWith(HEADER)) {
      return header(trimmed.substring(HEADER.length()).strip());
    }
    return new PathSyntax(text).sum();
  }

  private static Answer header(String name) {
    return HEADER_NAME.matcher(name).matches()
        ? new Answer.Terms(List.of(new PathTerm.Header(name)))
        : new Answer.Malformed("'" + name + "' is no name of a header");
  }

  private Answer sum() {
    List<PathTerm> terms = new ArrayList<>();
    do {
      operand(terms);
      skipBlanks();
    } while (fault == null && skip('+'));
    if (fault == null && position < text.length()) {
      fail("a + is missing");
    }
    if (fault != null) {
      return new Answer.Malformed(fault);
    }
    return terms.stream().allMatch(PathTerm.Literal.class::isInstance)
        ? new Answer.Malformed("it names no parameter, so that every call had the same key")
        : new Answer.Terms(terms);
  }

  private void operand(List<PathTerm> terms) {
    skipBlanks();
    if (position < text.length() && text.charAt(position) == '\'') {
      String literal = next(LITERAL);
      if (literal == null) {
        fail("a quote is not closed");
        return;
      }
      String inner = literal.substring(1, literal.length() - 1).replace("''", "'");
      terms.add(new PathTerm.Literal(inner));
      return;
    }
    String indexed = next(INDEX);
    String parameter = indexed == null ? next(NAME) : indexed;
    if (parameter == null) {
      fail("a parameter is missing");
      return;
    }
    terms.add(new PathTerm.Reference(parameter, steps()));
  }

  private List<String> steps() {
    List<String> steps = new ArrayList<>();
    while (skip('.')) {
      String step = next(NAME);
      if (step == null) {
        fail("a step is missing");
        return steps;
      }
      steps.add(step);
    }
    return steps;
  }

  private @Nullable String next(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    position = matcher.end();
    return matcher.group();
  }

  private boolean skip(char expected) {
    boolean isNext = position < text.length() && text.charAt(position) == expected;
    position += isNext ? 1 : 0;
    return isNext;
  }

  private void skipBlanks() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private void fail(String reason) {
    fault = reason + " at character " + (position + 1);
  }
}
