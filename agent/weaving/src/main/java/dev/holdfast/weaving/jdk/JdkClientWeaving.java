package dev.holdfast.weaving.jdk;

import dev.holdfast.bridge.JdkClients;
import dev.holdfast.core.adapter.JdkAdvice;
import dev.holdfast.core.call.Workers;
import dev.holdfast.core.wire.Wire;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JDK's own HTTP clients, from the engine's start to its end. */
public final class JdkClientWeaving {

  private static final Logger LOG = LoggerFactory.getLogger(JdkClientWeaving.class);

  private final Instrumentation instrumentation;
  private final JdkTransformer transformer;

  /**
   * @param access lets a module name the bridge
   */
  public JdkClientWeaving(Instrumentation instrumentation, Consumer<Module> access) {
    this.instrumentation = instrumentation;
    transformer = new JdkTransformer(access);
  }

  /** From now on the JDK's clients ask the engine; without effect where no module advises. */
  public void begin(Wire wire, Workers workers) {
    ServiceLoader.load(JdkAdvice.class, JdkAdvice.class.getClassLoader())
        .findFirst()
        .ifPresent(
            advice -> {
              JdkClients.advise(advice.by(wire, workers));
              instrumentation.addTransformer(
                  transformer, instrumentation.isRetransformClassesSupported());
              transformLoaded();
            });
  }

  /** The JDK's clients are as they were. */
  public void end() {
    JdkClients.advise(null);
    if (instrumentation.removeTransformer(transformer)) {
      transformLoaded();
    }
  }

  private void transformLoaded() {
    List<Class<?>> loaded = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (JdkTransformer.concerns(type)) {
        loaded.add(type);
      }
    }
    if (loaded.isEmpty() || !instrumentation.isRetransformClassesSupported()) {
      return;
    }
    try {
      instrumentation.retransformClasses(loaded.toArray(new Class<?>[0]));
    } catch (UnmodifiableClassException | LinkageError | InternalError refused) {
      LOG.warn("{} stay as they are", loaded, refused);
    }
  }
}
