package dev.holdfast.launcher.program;

import dev.holdfast.Retry;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every kind of method fails once and is asked for once: who is guarded answers. */
@SuppressWarnings({"SystemOut", "ClassCanBeStatic"})
public final class Kinds {

  private static final Map<String, Integer> CALLS = new TreeMap<>();

  private Kinds() {}

  /** An annotation of the application's own. */
  @Retry(backoff = "0")
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Stubborn {}

  /** Fails at the first call of that name. */
  static void failOnce(String name) {
    if (CALLS.merge(name, 1, Integer::sum) == 1) {
      throw new IllegalStateException(name);
    }
  }

  interface Port<T> {

    @Retry(backoff = "0")
    String send(T message);

    @Retry(backoff = "0")
    default String standard() {
      failOnce("interface default");
      return "standard";
    }
  }

  record Parcel(int weight) implements Port<String> {

    @Override
    public String send(String message) {
      failOnce("record, generic interface");
      return message + weight;
    }
  }

  enum Size {
    BIG;

    @Retry(backoff = "0")
    String label() {
      failOnce("enum");
      return name();
    }
  }

  @Retry(backoff = "0")
  static class Typed {

    String open() {
      failOnce("type-level");
      return closed();
    }

    private String closed() {
      return "closed";
    }
  }

  static class Base {

    @Retry(maxAttempts = 3, backoff = "0")
    String greet(String name) {
      CALLS.merge("base body", 1, Integer::sum);
      throw new IllegalStateException(name);
    }
  }

  static class Derived extends Base {

    @Override
    String greet(String name) {
      return super.greet(name);
    }
  }

  class Inner {

    @Retry(backoff = "0")
    String deep(int... numbers) {
      failOnce("inner class, varargs");
      return Arrays.toString(numbers);
    }
  }

  @Retry(backoff = "0")
  private static String hidden(long a, double b, byte[] c, List<? extends Number> d) {
    failOnce("private static, wide arguments");
    return a + " " + b + " " + c.length + " " + d;
  }

  @Retry(backoff = "0")
  private synchronized boolean locked() {
    failOnce("synchronized");
    return Thread.holdsLock(this);
  }

  @Retry(backoff = "0")
  private void nothing() {
    failOnce("void");
  }

  @Retry(backoff = "0")
  private char letter(boolean flag, char c, short s, float f) {
    failOnce("small primitives");
    return flag ? (char) (c + s + (int) f) : c;
  }

  @Stubborn
  private <T extends Comparable<T>> T most(List<T> of) {
    failOnce("meta-annotation, generic");
    return of.stream().max(Comparable::compareTo).orElseThrow();
  }

  private String selfInvoked() {
    nothing();
    return "self-invoked";
  }

  /** Prints one line for each kind, then how often it was called. */
  public static void main(String[] arguments) {
    Kinds kinds = new Kinds();
    List<Object> answers = new ArrayList<>();
    answers.add(hidden(1L, 2.5, new byte[3], List.of(4)));
    answers.add(kinds.locked());
    answers.add(kinds.selfInvoked());
    answers.add(kinds.letter(true, 'a', (short) 1, 1.0f));
    answers.add(kinds.most(List.of("a", "c", "b")));
    answers.add(new Parcel(7).send("kg"));
    answers.add(((Port<String>) new Parcel(7)).standard());
    answers.add(Size.BIG.label());
    answers.add(new Typed().open());
    answers.add(kinds.new Inner().deep(1, 2));
    class Local {
      @Retry(backoff = "0")
      String here() {
        failOnce("local class");
        return "local";
      }
    }
    answers.add(new Local().here());
    try {
      answers.add(new Derived().greet("twice?"));
    } catch (IllegalStateException exhausted) {
      answers.add(exhausted.getMessage());
    }
    System.out.println(answers);
    System.out.println(CALLS);
  }
}
