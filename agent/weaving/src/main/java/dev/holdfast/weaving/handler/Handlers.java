package dev.holdfast.weaving.handler;

import dev.holdfast.core.type.ByLoader;
import dev.holdfast.weaving.finding.Glance;
import dev.holdfast.weaving.finding.Strangers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The handlers of JDK proxies that were seen in classes of applications, by loader and class. */
public final class Handlers {

  private static final String LAMBDA = "$$Lambda";

  private final ByLoader<Map<String, List<HandlerBody>>> byLoader =
      new ByLoader<>(loader -> new ConcurrentHashMap<>());

  /** Whether a class may hold handlers. Those of well-known libraries are left to their hooks. */
  public static boolean mayHold(Glance glance) {
    return glance.namesHandlers() && !Strangers.include(glance.name());
  }

  /**
   * Notes the handlers of a class that is being loaded.
   *
   * @param others what is woven for another reason, and stays that
   * @return the signatures of those to weave
   */
  public Set<String> note(ClassLoader loader, Glance glance, byte[] classFile, Set<String> others) {
    if (!mayHold(glance)) {
      return Set.of();
    }
    List<HandlerBody> bodies =
        HandlerReader.read(classFile).stream()
            .filter(body -> !others.contains(body.signature()))
            .toList();
    byLoader.of(loader).put(glance.name(), bodies);
    return bodies.stream()
        .filter(HandlerBody::beginsTransaction)
        .map(HandlerBody::signature)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The handler that a method is, if it begins a transaction. */
  Optional<HandlerBody> find(Class<?> owner, String signature) {
    return in(owner).stream()
        .filter(body -> body.beginsTransaction() && body.signature().equals(signature))
        .findFirst();
  }

  /** What a handler's class, of a lambda that around it, is known to hold; empty if nothing is. */
  List<HandlerBody> in(Class<?> handler) {
    ClassLoader loader = handler.getClassLoader();
    return loader == null ? List.of() : byLoader.of(loader).getOrDefault(host(handler), List.of());
  }

  /** The class in which a lambda is written; of any other class itself. */
  static String host(Class<?> handler) {
    String name = handler.getName();
    int end = handler.isHidden() ? name.indexOf(LAMBDA) : -1;
    return end < 0 ? name : name.substring(0, end);
  }
}
