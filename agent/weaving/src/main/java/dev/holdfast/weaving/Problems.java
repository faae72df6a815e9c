package dev.holdfast.weaving;

import dev.holdfast.core.config.OnError;
import dev.holdfast.core.plan.PlanProblem;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports what was asked for and cannot be, once each; ends the JVM where that is wanted. */
final class Problems {

  /** {@code EX_CONFIG} of sysexits: something is configured wrong. */
  private static final int EXIT_CODE = 78;

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final OnError onError;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  Problems(OnError onError) {
    this.onError = onError;
  }

  /** Everything reported so far. */
  List<String> told() {
    return told.stream().sorted().toList();
  }

  /** Reports a problem of a method; the method stays as it was. */
  void report(PlanProblem problem) {
    report(List.of(problem.message()));
  }

  /** Reports problems together. */
  void report(List<String> messages) {
    boolean isNew = false;
    for (String message : messages) {
      if (told.add(message)) {
        isNew = true;
        LOG.error("{}", message);
      }
    }
    if (isNew && onError == OnError.ABORT) {
      LOG.error("holdfast.on-error is abort: the JVM ends with exit code {}", EXIT_CODE);
      Runtime.getRuntime().halt(EXIT_CODE);
    }
  }
}
