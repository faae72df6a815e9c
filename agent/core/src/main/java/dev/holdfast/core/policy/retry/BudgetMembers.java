package dev.holdfast.core.policy.retry;

import dev.holdfast.core.call.CallCounter;
import dev.holdfast.core.pipeline.States;
import java.util.Map;
import java.util.WeakHashMap;

/** Which budget the calls of each guard fill: one at a time, whatever it was before. */
final class BudgetMembers {

  private final Map<CallCounter, RetryBudget> budgets = new WeakHashMap<>();

  /** All members in an engine. */
  static BudgetMembers of(States states) {
    return states.shared(BudgetMembers.class, "", BudgetMembers::new);
  }

  /** From now on these calls fill this budget. */
  synchronized void move(CallCounter calls, RetryBudget budget) {
    RetryBudget before = budgets.put(calls, budget);
    if (before != null && before != budget) {
      before.leave(calls);
    }
  }
}
