package dev.holdfast.weaving.jdk;

import dev.holdfast.bridge.JdkClients;
import dev.holdfast.bridge.JdkServers;
import dev.holdfast.core.adapter.JdkAdvice;
import dev.holdfast.core.adapter.JdkServerAdvice;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.wire.Wire;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JDK's own HTTP clients and HTTP server, from the engine's start to its end. */
public final class JdkWeaving {

  private static final Logger LOG = LoggerFactory.getLogger(JdkWeaving.class);

  private final Instrumentation instrumentation;
  private final JdkTransformer transformer;

  /**
   * @param access lets a module name the bridge
   */
  public JdkWeaving(Instrumentation instrumentation, Consumer<Module> access) {
    this.instrumentation = instrumentation;
    transformer = new JdkTransformer(access);
  }

  /** From now on they ask the engine; without effect where no module advises. */
  public void begin(Wire wire, Services services) {
    one(JdkAdvice.class).ifPresent(of -> JdkClients.advise(of.by(wire, services.workers())));
    one(JdkServerAdvice.class).ifPresent(of -> JdkServers.advise(of.by(services)));
    instrumentation.addTransformer(transformer, instrumentation.isRetransformClassesSupported());
    transformLoaded();
  }

  /** They are as they were. */
  public void end() {
    JdkClients.advise(null);
    JdkServers.advise(null);
    if (instrumentation.removeTransformer(transformer)) {
      transformLoaded();
    }
  }

  private static <T> Optional<T> one(Class<T> service) {
    return ServiceLoader.load(service, service.getClassLoader()).findFirst();
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
