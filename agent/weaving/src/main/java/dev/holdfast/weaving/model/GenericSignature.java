package dev.holdfast.weaving.model;

import dev.holdfast.core.type.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the text of a {@code Signature} attribute (JVM Specification 4.7.9.1) from left to right.
 * Broken text shows as an {@link IndexOutOfBoundsException} or an {@link IllegalArgumentException}:
 * the JVM does not check these attributes, and obfuscators leave wrong ones.
 */
final class GenericSignature {

  private static final TypeRef OBJECT = TypeRef.of("java.lang.Object");

  private final String text;
  private final TypeVariables variables;
  private int at;

  GenericSignature(String text, TypeVariables variables) {
    this.text = text;
    this.variables = variables;
  }

  /** The leftmost bound of each type variable declared at the head, as text. */
  Map<String, String> formals() {
    Map<String, String> formals = new LinkedHashMap<>();
    expect('<');
    while (!skip('>')) {
      int colon = text.indexOf(':', at);
      String variable = text.substring(at, colon);
      at = colon;
      String leftmost = "";
      while (skip(':')) {
        int start = at;
        if (peek() != ':') {
          type();
          leftmost = leftmost.isEmpty() ? text.substring(start, at) : leftmost;
        }
      }
      formals.put(variable, leftmost);
    }
    return formals;
  }

  /** The superclass of a class's signature, and its interfaces. */
  List<TypeRef> supertypes() {
    if (peek() == '<') {
      formals();
    }
    List<TypeRef> types = new ArrayList<>();
    while (at < text.length()) {
      types.add(type());
    }
    return types;
  }

  /** The parameter types of a method's signature; {@link #type()} then reads its return type. */
  List<TypeRef> parameters() {
    if (peek() == '<') {
      formals();
    }
    List<TypeRef> types = new ArrayList<>();
    expect('(');
    while (!skip(')')) {
      types.add(type());
    }
    return types;
  }

  /** The type that comes next. */
  TypeRef type() {
    char kind = text.charAt(at++);
    return switch (kind) {
      case '[' -> {
        TypeRef element = type();
        yield new TypeRef(
            element.name(), element.arguments(), element.dimensions() + 1, element.variable());
      }
      case 'T' -> {
        int end = text.indexOf(';', at);
        String variable = text.substring(at, end);
        at = end + 1;
        yield variables.bound(variable);
      }
      case 'L' -> classType();
      default -> TypeRef.of(primitive(kind));
    };
  }

  private TypeRef classType() {
    StringBuilder name = new StringBuilder();
    List<TypeRef> arguments = List.of();
    while (true) {
      char next = text.charAt(at++);
      switch (next) {
        case '/' -> name.append('.');
        case '<' -> arguments = arguments();
        case '.' -> {
          name.append('$');
          arguments = List.of();
        }
        case ';' -> {
          return new TypeRef(name.toString(), arguments, 0);
        }
        default -> name.append(next);
      }
    }
  }

  private List<TypeRef> arguments() {
    List<TypeRef> arguments = new ArrayList<>();
    while (!skip('>')) {
      if (skip('*')) {
        arguments.add(OBJECT);
      } else if (skip('-')) {
        type();
        arguments.add(OBJECT);
      } else {
        skip('+');
        arguments.add(type());
      }
    }
    return arguments;
  }

  private static String primitive(char kind) {
    return switch (kind) {
      case 'Z' -> "boolean";
      case 'B' -> "byte";
      case 'C' -> "char";
      case 'S' -> "short";
      case 'I' -> "int";
      case 'J' -> "long";
      case 'F' -> "float";
      case 'D' -> "double";
      case 'V' -> "void";
      default -> throw new IllegalArgumentException("signature: " + kind);
    };
  }

  private char peek() {
    return text.charAt(at);
  }

  private boolean skip(char expected) {
    if (peek() != expected) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char expected) {
    if (!skip(expected)) {
      throw new IllegalArgumentException("signature: " + text);
    }
  }
}
