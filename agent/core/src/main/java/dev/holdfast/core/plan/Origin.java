package dev.holdfast.core.plan;

/** Where a value in force came from. */
public sealed interface Origin {

  /** In a few words, for {@code explain} and for problems. */
  String text();

  /** The default of the annotation itself. */
  record BuiltIn() implements Origin {
    @Override
    public String text() {
      return "default";
    }
  }

  /**
   * Written in code.
   *
   * @param annotation the annotation as written, {@code @Retry} or the application's own
   * @param place the method or type that carries it
   */
  record Written(String annotation, String place) implements Origin {
    @Override
    public String text() {
      return annotation + " on " + place;
    }
  }

  /**
   * Configured.
   *
   * @param key the whole key, {@code holdfast.rule.pay.retry.max-attempts}
   * @param source where the key was set: {@code system property}, {@code file retry.properties}
   */
  record Configured(String key, String source) implements Origin {
    @Override
    public String text() {
      return key + " (" + source + ")";
    }
  }
}
