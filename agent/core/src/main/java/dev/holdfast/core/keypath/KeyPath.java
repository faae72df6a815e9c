package dev.holdfast.core.keypath;

import dev.holdfast.core.call.WantedHeaders;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.plan.Attributes;
import dev.holdfast.core.plan.GuardedMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the key of a call comes from, checked against one method: {@code order.id}, {@code #0.id},
 * {@code customer + ':' + order.id}, {@code header:Idempotency-Key}.
 *
 * <p>A step {@code id} is {@code id()}, {@code getId()}, {@code isId()} or the field, whatever
 * their visibility; on a map, the entry. What an {@code Optional} holds is looked into. A path ends
 * at something that has a text: a number, a string, an enum, a type with a {@code toString} of its
 * own.
 *
 * @param text as it was written
 * @param parts the operands
 */
public record KeyPath(String text, List<PathPart> parts) {

  public KeyPath {
    parts = List.copyOf(parts);
  }

  /**
   * Reads an attribute that holds a path. A path that cannot be is reported as a problem of the
   * attribute, with where it stopped.
   *
   * @return empty where the attribute is empty or was reported
   */
  public static Optional<KeyPath> compile(
      Attributes attributes, String attribute, GuardedMethod method) {
    String text = attributes.text(attribute);
    if (text.isBlank()) {
      return Optional.empty();
    }
    PathSyntax.Answer answer = PathSyntax.read(text);
    if (answer instanceof PathSyntax.Answer.Malformed malformed) {
      attributes.reject(
          attribute,
          "a key path; " + malformed.reason(),
          "Write it like order.id, #0.id, customer + ':' + order.id or header:NAME.");
      return Optional.empty();
    }
    PathCheck check = new PathCheck(method);
    List<PathPart> parts = new ArrayList<>();
    for (PathTerm term : ((PathSyntax.Answer.Terms) answer).all()) {
      PathCheck.Answer checked = check.check(term);
      if (checked instanceof PathCheck.Answer.Bad bad) {
        attributes.reject(attribute, "a key path; " + bad.reason(), bad.remedy());
        return Optional.empty();
      }
      parts.add(((PathCheck.Answer.Good) checked).part());
    }
    parts.forEach(KeyPath::want);
    return Optional.of(new KeyPath(text, parts));
  }

  private static void want(PathPart part) {
    if (part instanceof PathPart.Header header) {
      WantedHeaders.add(header.name());
    }
  }

  /** The whole argument of one parameter, which has a text. */
  public static KeyPath argument(String text, int parameter) {
    return new KeyPath(text, List.of(new PathPart.Value(parameter, List.of())));
  }

  /** A header of the request being served. */
  public static KeyPath header(String name) {
    return new KeyPath("header:" + name, List.of(new PathPart.Header(name)));
  }

  /** Whether the key is a header of the request being served. */
  public boolean isHeader() {
    return parts.get(0) instanceof PathPart.Header;
  }

  /** The parameter whose whole argument is the key, if that is so. */
  public OptionalInt parameter() {
    return parts.size() == 1
            && parts.get(0) instanceof PathPart.Value value
            && value.steps().isEmpty()
        ? OptionalInt.of(value.parameter())
        : OptionalInt.empty();
  }

  /**
   * Binds the path to the method's class, which is loaded now.
   *
   * @throws LinkageError when the class is not as its class file told
   */
  public PathReader bind(Binding binding) {
    return new PathBinder(binding).bind(parts);
  }
}
