package dev.holdfast.weaving;

import dev.holdfast.bridge.Bootstrap;
import dev.holdfast.core.call.SystemWorkers;
import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.event.Events;
import dev.holdfast.core.pipeline.Guards;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.pipeline.States;
import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.core.time.SystemTime;
import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine in a JVM: reads the configuration, plugs itself into the bridge, and weaves. */
public final class Engine {

  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private Engine() {}

  /** Starts the engine; called by the launcher, once in a JVM. */
  public static void start(@Nullable String arguments, Instrumentation instrumentation) {
    Configuration configuration = key -> Optional.empty();
    Modules modules = new Modules(instrumentation);
    Services services =
        new Services(
            new SystemTime(() -> Duration.ofSeconds(2)),
            new SystemWorkers(),
            new Events(),
            new States(),
            modules,
            configuration);
    Guards guards = new Guards(() -> new Guards.Linking(services, false));
    Selection selection =
        new Selection(
            () -> configuration,
            PolicyCatalog.installed(),
            problem -> LOG.error("{}", problem.message()));
    Bootstrap.plug(guards);
    instrumentation.addTransformer(new WeavingTransformer(selection, guards, modules), true);
  }
}
