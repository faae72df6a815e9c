package dev.holdfast.frameworks.spring;

import com.google.auto.service.AutoService;
import dev.holdfast.core.call.AmbiguityClues;
import java.util.List;

/**
 * What Spring's transaction failures tell: of a commit that failed nobody knows whether it took
 * place; what was rolled back instead of being committed did not.
 */
@AutoService(AmbiguityClues.class)
public final class SpringClues implements AmbiguityClues {

  private static final String TRANSACTION = "org.springframework.transaction.";

  @Override
  public List<String> ambiguous() {
    return List.of(
        TRANSACTION + "TransactionSystemException", TRANSACTION + "HeuristicCompletionException");
  }

  @Override
  public List<String> unsent() {
    return List.of(
        TRANSACTION + "UnexpectedRollbackException",
        TRANSACTION + "CannotCreateTransactionException");
  }
}
