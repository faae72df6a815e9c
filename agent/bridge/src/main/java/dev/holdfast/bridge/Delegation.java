package dev.holdfast.bridge;

import org.jspecify.annotations.Nullable;

/**
 * Asked first by every class loader of the application, child-first ones included: what the agent
 * supplies exists once for all of them.
 */
public final class Delegation {

  private static final String ANNOTATIONS = "dev.holdfast.";
  private static final String BRIDGE = "dev.holdfast.bridge.";

  private Delegation() {}

  /** The agent's class of that name; null if it is none of the agent's. */
  public static @Nullable Class<?> find(@Nullable String name) {
    if (name == null || !name.startsWith(ANNOTATIONS)) {
      return null;
    }
    int start = name.startsWith(BRIDGE) ? BRIDGE.length() : ANNOTATIONS.length();
    if (name.indexOf('.', start) >= 0) {
      return null;
    }
    try {
      return Class.forName(name, false, null);
    } catch (ClassNotFoundException ofTheApplication) {
      return null;
    }
  }
}
