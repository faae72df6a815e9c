package dev.holdfast.core.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * All policies there are, found by {@link ServiceLoader}, with what their annotations declare:
 * names, types and defaults of attributes are written there and nowhere else.
 */
public final class PolicyCatalog {

  private final Map<String, PolicyDescription> byName = new TreeMap<>();
  private final Map<String, PolicyDescription> byAnnotation = new TreeMap<>();

  /**
   * @throws IllegalArgumentException if two policies have one name or one annotation
   */
  public PolicyCatalog(Iterable<PolicyFactory> factories) {
    for (PolicyFactory factory : factories) {
      PolicyDescription policy = new PolicyDescription(factory);
      PolicyDescription namesake = byName.put(policy.name(), policy);
      PolicyDescription rival = byAnnotation.put(factory.annotation().getName(), policy);
      if (namesake != null || rival != null) {
        throw new IllegalArgumentException(
            "policy: " + policy.name() + " (expected: one factory for each name and annotation)");
      }
    }
  }

  /** The policies that the loader of the engine itself holds. */
  public static PolicyCatalog installed() {
    return new PolicyCatalog(
        ServiceLoader.load(PolicyFactory.class, PolicyCatalog.class.getClassLoader()));
  }

  /** All policies, by name. */
  public List<PolicyDescription> policies() {
    return List.copyOf(byName.values());
  }

  /** The policy of that name, {@code circuit-breaker}. */
  public Optional<PolicyDescription> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The policy that an annotation asks for, by the annotation's binary name. */
  public Optional<PolicyDescription> findByAnnotation(String binaryName) {
    return Optional.ofNullable(byAnnotation.get(binaryName));
  }
}
