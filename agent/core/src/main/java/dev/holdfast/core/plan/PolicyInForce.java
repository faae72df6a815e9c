package dev.holdfast.core.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is in force of one policy on one method, not yet checked.
 *
 * @param settings every attribute that has a value, sorted by name
 * @param origin who asked for the policy
 */
record PolicyInForce(Map<String, Setting> settings, Origin origin) {

  PolicyInForce {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** Where the value of an attribute came from. */
  Origin originOf(String attribute) {
    Setting setting = settings.get(attribute);
    return setting == null ? new Origin.BuiltIn() : setting.origin();
  }
}
