package dev.holdfast.core.pipeline;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A guarded call of a JDK proxy whose handler is running: what it forwards the call to is guarded
 * already, and lets it pass. Nobody can tell beforehand what that will be.
 *
 * @param declarer the interface that declares the method, a binary name
 * @param signature the method's name and descriptor, written together
 * @param policies what it is guarded by
 */
record Forwarding(String declarer, String signature, Set<String> policies) {

  private static final ThreadLocal<@Nullable Forwarding> CURRENT = new ThreadLocal<>();

  static @Nullable Forwarding current() {
    return CURRENT.get();
  }

  static void set(@Nullable Forwarding forwarding) {
    if (forwarding == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(forwarding);
    }
  }

  /** Whether that guard has nothing to add for a call that is forwarded to it. */
  boolean covers(Guard target) {
    return signature.equals(target.signature())
        && policies.containsAll(Overriding.policies(target.plan()))
        && target.method().types().isSubtype(target.method().owner().name(), declarer);
  }
}
