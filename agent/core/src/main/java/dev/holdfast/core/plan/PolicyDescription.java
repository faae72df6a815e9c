package dev.holdfast.core.plan;

import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A policy and the attributes that its annotation gives it. */
public final class PolicyDescription {

  private static final String VALUE = "value";

  private final PolicyFactory factory;
  private final Map<String, PolicyAttribute> byName = new LinkedHashMap<>();
  private final Map<String, PolicyAttribute> byKey = new LinkedHashMap<>();
  private final boolean isConfigurable;

  PolicyDescription(PolicyFactory factory) {
    this.factory = factory;
    this.isConfigurable = mayStandOnMethods(factory.annotation());
    List<Method> declared = new ArrayList<>(List.of(factory.annotation().getDeclaredMethods()));
    declared.sort(Comparator.comparing(Method::getName));
    for (Method method : declared) {
      PolicyAttribute attribute = PolicyAttribute.of(method);
      byName.put(attribute.name(), attribute);
      byKey.put(attribute.key(), attribute);
    }
  }

  private static boolean mayStandOnMethods(Class<? extends Annotation> annotation) {
    Target target = annotation.getAnnotation(Target.class);
    return target == null || List.of(target.value()).contains(ElementType.METHOD);
  }

  /** The policy's name, {@code circuit-breaker}. */
  public String name() {
    return factory.name();
  }

  /** Who compiles it. */
  public PolicyFactory factory() {
    return factory;
  }

  /** The annotation as written in code, {@code @CircuitBreaker}. */
  public String annotation() {
    return "@" + factory.annotation().getSimpleName();
  }

  /**
   * Whether configuration may switch it on for a method; a policy that parameters ask for cannot.
   */
  public boolean isConfigurable() {
    return isConfigurable;
  }

  /** All attributes. */
  public List<PolicyAttribute> attributes() {
    return List.copyOf(byName.values());
  }

  /** The attribute of that name in the annotation. */
  public Optional<PolicyAttribute> attribute(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The attribute of that name in configuration. */
  public Optional<PolicyAttribute> attributeOfKey(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** Whether the attribute may change while the process runs. */
  public boolean isLive(PolicyAttribute attribute) {
    return !factory.fixedAttributes().contains(attribute.name());
  }

  /**
   * The attribute that must always be given and so is what the policy is about: {@code value} of
   * {@code @Deadline}.
   */
  public Optional<PolicyAttribute> principal() {
    return attribute(VALUE).filter(attribute -> attribute.builtIn().isEmpty());
  }
}
