package dev.holdfast.weaving;

import dev.holdfast.bridge.Bootstrap;
import dev.holdfast.core.Version;
import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.call.SystemWorkers;
import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.config.ConfigurationFile;
import dev.holdfast.core.config.ConfigurationStart;
import dev.holdfast.core.config.FileWatch;
import dev.holdfast.core.config.LiveConfiguration;
import dev.holdfast.core.config.Mode;
import dev.holdfast.core.event.Events;
import dev.holdfast.core.log.AgentLog;
import dev.holdfast.core.log.EventLog;
import dev.holdfast.core.pipeline.Guards;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.pipeline.States;
import dev.holdfast.core.plan.PolicyCatalog;
import dev.holdfast.core.time.SystemTime;
import dev.holdfast.core.wire.Wire;
import dev.holdfast.weaving.adapter.Adapters;
import dev.holdfast.weaving.adapter.EngineHost;
import dev.holdfast.weaving.adapter.HookCatalog;
import dev.holdfast.weaving.control.Answer;
import dev.holdfast.weaving.control.AttachReport;
import dev.holdfast.weaving.control.Control;
import dev.holdfast.weaving.control.FirstContact;
import dev.holdfast.weaving.control.Presence;
import dev.holdfast.weaving.control.ResetState;
import dev.holdfast.weaving.control.SetValues;
import dev.holdfast.weaving.control.ShowStatus;
import dev.holdfast.weaving.control.WatchStatus;
import dev.holdfast.weaving.handler.HandlerLinks;
import dev.holdfast.weaving.handler.Handlers;
import dev.holdfast.weaving.jdk.JdkWeaving;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine in a JVM: reads the configuration, plugs itself into the bridge, and weaves. */
public final class Engine {

  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private final LiveConfiguration configuration;
  private final Instrumentation instrumentation;
  private final Problems problems;
  private final Modules modules;
  private final SystemTime time;
  private final SystemWorkers workers = new SystemWorkers();
  private final Events events = new Events();
  private final States states = new States();
  private final Guards guards = new Guards(this::linking);
  private final HookCatalog hooks = HookCatalog.installed();
  private final Handlers handlers = new Handlers();
  private final Host host = new EngineHost(guards, this::wire, this::services);
  private final Adapters adapters =
      new Adapters(hooks, new HandlerLinks(handlers, host), host, guards);
  private final Planner planner = new Planner(PolicyCatalog::installed);
  private final WeavingTransformer transformer;
  private final Facade facade;
  private final Wire wire;
  private final JdkWeaving jdk;

  private Engine(
      LiveConfiguration configuration, Instrumentation instrumentation, Problems problems) {
    this.configuration = configuration;
    this.instrumentation = instrumentation;
    this.problems = problems;
    modules = new Modules(instrumentation);
    time = new SystemTime(() -> configuration.current().shutdownGrace());
    Selection selection =
        new Selection(configuration::current, planner, hooks, handlers, problems::report);
    transformer = new WeavingTransformer(selection, guards, modules);
    facade = new Facade(instrumentation, modules);
    wire = Wire.of(configuration.current(), time);
    jdk = new JdkWeaving(instrumentation, modules::letRead);
  }

  /** Starts the engine before the application; called by the launcher. */
  public static void start(@Nullable String arguments, Instrumentation instrumentation)
      throws ReflectiveOperationException {
    begin(read(arguments), instrumentation);
  }

  /**
   * Starts the engine in an application that runs already, and weaves in place what is loaded;
   * called by the launcher.
   */
  public static void attach(@Nullable String arguments, Instrumentation instrumentation)
      throws ReflectiveOperationException {
    begin(read(arguments), instrumentation).ifPresent(Engine::weaveLoaded);
  }

  /**
   * Answers the command line where no engine runs yet; called by the launcher.
   *
   * @param request as {@link Request} writes it
   * @return the answer, as {@link Answer} reads it
   */
  public static String answer(String request, Instrumentation instrumentation)
      throws ReflectiveOperationException {
    return FirstContact.answer(request, arguments -> attached(arguments, instrumentation)).line();
  }

  /** Arguments with anything wrong in them are refused whole: who gave them waits for an answer. */
  private static Answer attached(String arguments, Instrumentation instrumentation)
      throws ReflectiveOperationException {
    ConfigurationStart start = read(arguments);
    List<String> wrong = new ArrayList<>(start.problems());
    wrong.removeAll(read(null).problems());
    if (!wrong.isEmpty()) {
      return Answer.failed("refused, nothing is attached:\n" + String.join("\n", wrong));
    }
    Optional<Engine> begun = begin(start, instrumentation);
    if (begun.isEmpty()) {
      return Answer.failed(
          start.configuration().current().isEnabled()
              ? "the agent does nothing there; what it wrote says why"
              : "holdfast.enabled: false (expected: true). The agent does nothing there.");
    }
    Engine engine = begun.get();
    engine.weaveLoaded();
    return AttachReport.of(
        engine.configuration.current().mode(), engine.guards.all(), engine.problems.told());
  }

  private static ConfigurationStart read(@Nullable String arguments) {
    return ConfigurationStart.read(
        arguments, System.getProperties(), System.getenv(), PolicyCatalog::installed);
  }

  private static Optional<Engine> begin(ConfigurationStart start, Instrumentation instrumentation)
      throws ReflectiveOperationException {
    Configuration settings = start.configuration().current();
    if (!settings.isEnabled()) {
      return Optional.empty();
    }
    Problems problems = new Problems(settings.onError());
    List<String> wrong = new ArrayList<>(start.problems());
    AgentLog.configure(settings).ifPresent(wrong::add);
    start.warnings().forEach(LOG::warn);
    problems.report(wrong);
    if (Modules.holdOurs()) {
      LOG.error(
          "module dev.holdfast is in the boot layer (expected: not at run time, the agent supplies"
              + " its classes). Nothing is guarded: take the jar off the module path, and write"
              + " requires static dev.holdfast.");
      return Optional.empty();
    }
    Engine engine = new Engine(start.configuration(), instrumentation, problems);
    if (!Bootstrap.plug(engine.adapters, new Control(engine::commands), Version.TEXT)) {
      LOG.error(
          "the agent is given twice: {} runs already, and this {} does nothing (expected: one"
              + " -javaagent of Holdfast). Remove one of them.",
          Bootstrap.plugged(),
          Version.TEXT);
      return Optional.empty();
    }
    Presence.begin(Version.TEXT);
    engine.weave();
    start.file().ifPresent(engine::watch);
    return Optional.of(engine);
  }

  private void weave() throws ReflectiveOperationException {
    facade.connect(time);
    events.subscribe(new EventLog(time));
    instrumentation.addTransformer(transformer, instrumentation.isRetransformClassesSupported());
    new LoadedClasses(instrumentation, transformer).weaveSystemLoader();
    jdk.begin(wire, services());
    Replanning replanning = new Replanning(guards, planner, this::linking);
    configuration.addTrial(replanning::problems);
    configuration.subscribe(replanning::replace);
    configuration.subscribe(new NewRules(configuration.current(), this::weaveLoaded));
    configuration.subscribe(changed -> AgentLog.level(changed.logLevel()));
    Configuration settings = configuration.current();
    LOG.info(
        "holdfast {} in mode {}, {} rules; explain shows what is woven: java -jar"
            + " holdfast-agent.jar explain PATH",
        Version.TEXT,
        settings.mode().toString().toLowerCase(Locale.ROOT),
        settings.rules().all().size());
  }

  private void weaveLoaded() {
    new LoadedClasses(instrumentation, transformer).weave();
  }

  private void watch(ConfigurationFile file) {
    new FileWatch(file, configuration, time, workers).start();
  }

  private Map<String, Control.Command> commands() {
    ShowStatus status = new ShowStatus(guards, states, configuration::current, problems::told);
    return Map.of(
        "attach",
        arguments -> Answer.failed(Presence.occupied(Version.TEXT, Version.TEXT)),
        "detach",
        new DetachRequest(
            new Detaching(
                instrumentation, transformer, jdk, guards, adapters, states, time, facade)),
        "status",
        status,
        "watch",
        new WatchStatus(status, states, time, workers),
        "set",
        new SetValues(configuration),
        "reset",
        new ResetState(states));
  }

  private Wire wire() {
    return wire;
  }

  private Guards.Linking linking() {
    return linking(configuration.current());
  }

  private Guards.Linking linking(Configuration settings) {
    return new Guards.Linking(services(settings), settings.mode() == Mode.OBSERVE);
  }

  private Services services() {
    return services(configuration.current());
  }

  private Services services(Configuration settings) {
    return new Services(time, workers, events, states, modules, settings);
  }
}
