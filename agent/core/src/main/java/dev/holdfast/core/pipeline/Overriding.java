package dev.holdfast.core.pipeline;

import dev.holdfast.core.plan.Plan;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A guarded override whose body is running: when it calls {@code super}, the overridden method is
 * guarded already. Kept for methods only that stand in such a relation.
 *
 * @param owner the class of the override; a guard of that same class is a recursion and no
 *     super-call
 * @param method name and descriptor of the method that it calls by {@code super}
 * @param receiver the object it runs on, by identity
 * @param policies what it is guarded by
 */
record Overriding(String owner, String method, Object receiver, Set<String> policies) {

  private static final ThreadLocal<@Nullable Overriding> INNERMOST = new ThreadLocal<>();

  static Set<String> policies(Plan plan) {
    return plan.policies().stream().map(Plan.Planned::policy).collect(Collectors.toSet());
  }

  static @Nullable Overriding innermost() {
    return INNERMOST.get();
  }

  static void set(@Nullable Overriding overriding) {
    if (overriding == null) {
      INNERMOST.remove();
    } else {
      INNERMOST.set(overriding);
    }
  }

  /** Whether a call of the overridden method on this object is part of the override's. */
  boolean covers(String superclass, String called, Object on, Set<String> wanted) {
    return receiver == on
        && method.equals(called)
        && !owner.equals(superclass)
        && policies.containsAll(wanted);
  }
}
