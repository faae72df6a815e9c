package dev.holdfast.core.policy.fallback.value;

/** Types of an application, with and without null objects of their own. */
final class Shapes {

  private Shapes() {}

  record WithEmpty(String name) {
    static final WithEmpty UNKNOWN = new WithEmpty("constant UNKNOWN");
    static final WithEmpty EMPTY = new WithEmpty("constant EMPTY");

    static WithEmpty empty() {
      return new WithEmpty("factory");
    }
  }

  record WithNone(String name) {
    static final WithNone NONE = new WithNone("constant NONE");
  }

  /** The first in the order of names is of another type. */
  record WithNull(String name) {
    static final String EMPTY = "not this";
    static final WithNull NULL = new WithNull("constant NULL");
  }

  interface WithUnknown {
    WithUnknown UNKNOWN = () -> "constant UNKNOWN";

    String name();
  }

  record WithFactory<T>(String name, T content) {
    static <T> WithFactory<T> none(T content) {
      return new WithFactory<>("not this", content);
    }

    static WithFactory<String> unknown() {
      return new WithFactory<>("factory unknown", "");
    }
  }

  /** Hidden from every class outside of this file. */
  static final class WithHiddenConstant {
    @SuppressWarnings("UnusedVariable") // by name
    private static final WithHiddenConstant EMPTY = new WithHiddenConstant();
  }

  record WithForeignConstant(String name) {
    static final Object EMPTY = new Object();

    WithForeignConstant empty() {
      return this;
    }
  }

  enum Colour {
    RED,
    NONE
  }

  enum Size {
    SMALL
  }

  sealed interface Sealed permits Plain {}

  static final class Plain implements Sealed {}
}
