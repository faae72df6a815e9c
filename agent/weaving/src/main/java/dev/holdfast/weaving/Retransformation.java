package dev.holdfast.weaving;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has classes that are loaded transformed anew. */
record Retransformation(Instrumentation instrumentation) {

  private static final Logger LOG = LoggerFactory.getLogger(Retransformation.class);

  /**
   * All at once, because the JVM stops for each time; one by one if one of them is refused.
   *
   * @return those that the JVM refused; they are as they were
   */
  List<Class<?>> of(List<Class<?>> types) {
    if (types.isEmpty() || isDone(types)) {
      return List.of();
    }
    List<Class<?>> refused = new ArrayList<>();
    for (Class<?> type : types) {
      if (!isDone(List.of(type))) {
        refused.add(type);
      }
    }
    return refused;
  }

  private boolean isDone(List<Class<?>> types) {
    try {
      instrumentation.retransformClasses(types.toArray(new Class<?>[0]));
      return true;
    } catch (UnmodifiableClassException | LinkageError | InternalError | RuntimeException refused) {
      if (types.size() == 1) {
        LOG.warn("{} stays as it is", types.get(0).getName(), refused);
      }
      return false;
    }
  }
}
