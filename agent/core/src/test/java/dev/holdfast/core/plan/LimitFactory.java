package dev.holdfast.core.plan;

import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.pipeline.Layer;
import dev.holdfast.core.pipeline.Ring;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.List;

/** A policy whose one attribute has no default. */
public final class LimitFactory implements PolicyFactory {

  @Override
  public String name() {
    return "limit";
  }

  @Override
  public Class<? extends Annotation> annotation() {
    return Limit.class;
  }

  @Override
  public Ring ring() {
    return Ring.TIME;
  }

  @Override
  public PolicySpec compile(Attributes attributes, GuardedMethod method) {
    return new Spec(attributes.duration("value", Duration.ofNanos(1)));
  }

  /** The annotation of the policy. */
  @interface Limit {
    String value();
  }

  public record Spec(Duration limit) implements PolicySpec {
    @Override
    public List<Layer> bind(Binding binding) {
      return List.of();
    }
  }
}
