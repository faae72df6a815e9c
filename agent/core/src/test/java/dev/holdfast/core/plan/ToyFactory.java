package dev.holdfast.core.plan;

import dev.holdfast.Jitter;
import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Layer;
import dev.holdfast.core.pipeline.Ring;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Reads every attribute of {@link Toy}, and refuses the label {@code forbidden}. */
public final class ToyFactory implements PolicyFactory {

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public Class<? extends Annotation> annotation() {
    return Toy.class;
  }

  @Override
  public Ring ring() {
    return Ring.ADMIT;
  }

  @Override
  public Set<String> fixedAttributes() {
    return Set.of("label");
  }

  @Override
  public PolicySpec compile(Attributes attributes, GuardedMethod method) {
    if (attributes.text("label").equals("forbidden")) {
      attributes.reject("label", "another label", "Choose another one");
    }
    if (attributes.text("label").equals("forbiden")) {
      attributes.reject("label", "another label", "Did you mean forbidden?");
    }
    if (attributes.text("label").equals("alone")) {
      attributes.reject("cannot stand alone");
    }
    if (attributes.isSet("label")) {
      attributes.note("is labelled");
    }
    return new Spec(
        attributes.integer("maxTries", 1, Integer.MAX_VALUE),
        attributes.number("rate", Double.MIN_VALUE, 100),
        attributes.flag("eager"),
        attributes.duration("pause", Duration.ofNanos(1)),
        attributes.text("label"),
        attributes.choice("jitter", Jitter.class),
        attributes.types("on"),
        attributes.types("not"));
  }

  public record Spec(
      int maxTries,
      double rate,
      boolean isEager,
      Duration pause,
      String label,
      Jitter jitter,
      List<String> on,
      List<String> not)
      implements PolicySpec {

    /** What the annotation says when nobody says otherwise. */
    static final Spec DEFAULT =
        new Spec(
            3,
            50,
            true,
            Duration.ofMillis(100),
            "",
            Jitter.FULL,
            List.of("java.lang.Exception"),
            List.of());

    @Override
    public List<Layer> bind(Binding binding) {
      return List.of();
    }
  }
}
