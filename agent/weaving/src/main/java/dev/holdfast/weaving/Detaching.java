package dev.holdfast.weaving;

import dev.holdfast.bridge.Bootstrap;
import dev.holdfast.bridge.Calls;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.carrier.LibraryCarrier;
import dev.holdfast.core.pipeline.Guard;
import dev.holdfast.core.pipeline.Guards;
import dev.holdfast.core.pipeline.States;
import dev.holdfast.core.time.SystemTime;
import dev.holdfast.weaving.adapter.Adapters;
import dev.holdfast.weaving.control.Presence;
import dev.holdfast.weaving.jdk.JdkWeaving;
import dev.holdfast.weaving.rewrite.Manner;
import dev.holdfast.weaving.rewrite.Residue;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every class its old behaviour back, and lets the engine go: afterwards nothing that lives
 * on refers to it. Calls that are running finish as they began.
 */
record Detaching(
    Instrumentation instrumentation,
    WeavingTransformer transformer,
    JdkWeaving jdk,
    Guards guards,
    Adapters adapters,
    States states,
    SystemTime time,
    Facade facade) {

  private static final Logger LOG = LoggerFactory.getLogger(Detaching.class);

  /** What is left to tell of it. */
  record Outcome(int methods, List<Class<?>> refused, int busyThreads) {}

  Outcome detach() throws ReflectiveOperationException {
    List<Guard> all = guards.all();
    List<Class<?>> woven = woven();
    Bootstrap.unplug();
    Presence.end();
    jdk.end();
    all.forEach(Guard::release);
    Scopes.retire();
    adapters.release();
    instrumentation.removeTransformer(transformer);
    leaveResidue(woven);
    List<Class<?>> refused = new Retransformation(instrumentation).of(woven);
    woven.forEach(Calls::forget);
    states.forgetOwned();
    LibraryCarrier.forget();
    facade.disconnect();
    closeShared();
    time.retire();
    JdkCaches.forget();
    int busyThreads = new ThreadLocals(instrumentation).letGo();
    return new Outcome(all.size(), refused, busyThreads);
  }

  /** Stores first of all: a file of theirs can be opened once at a time. */
  private void closeShared() {
    for (AutoCloseable each : states.shared(AutoCloseable.class)) {
      try {
        each.close();
      } catch (Exception stuck) {
        LOG.warn("{} was not closed", each, stuck);
      }
    }
  }

  private List<Class<?>> woven() {
    List<Class<?>> woven = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (transformer.shape(type) != null) {
        woven.add(type);
      }
    }
    return woven;
  }

  /** Members that were added while a class was loaded have to stay. */
  private void leaveResidue(List<Class<?>> woven) throws ReflectiveOperationException {
    Map<Class<?>, Set<String>> moved = methods(woven, Manner.MOVED);
    Map<Class<?>, Set<String>> withUid = methods(woven, Manner.MOVED_WITH_UID);
    boolean isAny = !moved.isEmpty() || !withUid.isEmpty();
    if (isAny && Detaching.class.getClassLoader() instanceof Supplier<?> loaders) {
      ClassLoader apart = (ClassLoader) loaders.get();
      Object residue =
          apart
              .loadClass(Residue.class.getName())
              .getConstructor(Map.class, Map.class)
              .newInstance(moved, withUid);
      instrumentation.addTransformer((ClassFileTransformer) residue, true);
    }
  }

  private Map<Class<?>, Set<String>> methods(List<Class<?>> woven, Manner manner) {
    Map<Class<?>, Set<String>> methods = new HashMap<>();
    for (Class<?> type : woven) {
      WovenClasses.Shape shape = transformer.shape(type);
      if (shape != null && shape.manner() == manner && !shape.methods().isEmpty()) {
        methods.put(type, shape.methods());
      }
    }
    return methods;
  }
}
