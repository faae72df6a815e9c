package dev.holdfast.frameworks.cdi;

import com.google.auto.service.AutoService;
import dev.holdfast.core.call.AmbiguityClues;
import java.util.List;

/**
 * What failures of Jakarta Transactions tell: of a commit that failed nobody knows whether it took
 * place; what was rolled back instead of being committed did not.
 */
@AutoService(AmbiguityClues.class)
public final class CdiClues implements AmbiguityClues {

  private static final String TRANSACTION = "jakarta.transaction.";

  @Override
  public List<String> ambiguous() {
    return List.of(
        TRANSACTION + "HeuristicMixedException", TRANSACTION + "HeuristicCommitException");
  }

  @Override
  public List<String> unsent() {
    return List.of(
        TRANSACTION + "RollbackException",
        TRANSACTION + "HeuristicRollbackException",
        TRANSACTION + "NotSupportedException");
  }
}
