package dev.holdfast.core.plan;

import java.util.Map;

/**
 * What was written for one policy on one method, before anything was checked.
 *
 * @param policy the policy's name, {@code circuit-breaker}
 * @param attributes only what was written, by attribute name as in the annotation
 * @param origin where the policy itself was written
 */
public record Declaration(String policy, Map<String, Setting> attributes, Origin origin) {

  public Declaration {
    attributes = Map.copyOf(attributes);
  }
}
