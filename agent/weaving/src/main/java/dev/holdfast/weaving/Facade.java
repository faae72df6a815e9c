package dev.holdfast.weaving;

import dev.holdfast.CallRefusedException;
import dev.holdfast.Holdfast;
import dev.holdfast.core.call.FacadeAnswers;
import dev.holdfast.core.pipeline.OwnCopy;
import dev.holdfast.core.time.Time;
import java.lang.instrument.Instrumentation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the facade {@link Holdfast} somebody to ask: the agent's own copy, and those that the
 * application had loaded before the agent came. Looks whether it had loaded exceptions of ours,
 * too.
 */
record Facade(Instrumentation instrumentation, Modules modules) {

  private static final Logger LOG = LoggerFactory.getLogger(Facade.class);

  /**
   * @throws ReflectiveOperationException when the agent's own copy is of another version
   */
  void connect(Time time) throws ReflectiveOperationException {
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type != CallRefusedException.class
          && type.getName().equals(CallRefusedException.class.getName())) {
        OwnCopy.expect();
      }
    }
    set(new FacadeAnswers(time));
  }

  /** Nobody is to be asked any more. */
  void disconnect() throws ReflectiveOperationException {
    set(null);
  }

  private void set(@Nullable FacadeAnswers answers) throws ReflectiveOperationException {
    set(Holdfast.class, answers);
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type != Holdfast.class && type.getName().equals(Holdfast.class.getName())) {
        try {
          set(type, answers);
        } catch (ReflectiveOperationException foreign) {
          LOG.warn("{} of {} answers nothing", type.getName(), type.getClassLoader(), foreign);
        }
      }
    }
  }

  private void set(Class<?> facade, @Nullable FacadeAnswers answers)
      throws ReflectiveOperationException {
    modules
        .in(facade)
        .findStaticVarHandle(facade, "agent", Function.class)
        .setVolatile((Function<?, ?>) answers);
  }
}
