package dev.holdfast.weaving.adapter;

import dev.holdfast.core.adapter.Hook;
import dev.holdfast.core.adapter.Hooks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** All hooks, by the classes into which they hook. Asked of every class that is loaded. */
public final class HookCatalog {

  private final Map<String, List<Hook>> byOwner = new HashMap<>();

  /** A catalog of these. */
  public HookCatalog(List<Hook> hooks) {
    hooks.forEach(
        hook -> byOwner.computeIfAbsent(hook.owner(), owner -> new ArrayList<>()).add(hook));
  }

  /** All that the engine's loader offers. */
  public static HookCatalog installed() {
    List<Hook> all = new ArrayList<>();
    for (Hooks module : ServiceLoader.load(Hooks.class, Hooks.class.getClassLoader())) {
      all.addAll(module.hooks());
    }
    return new HookCatalog(all);
  }

  /** Name and descriptor, written together, of the methods to weave in that class. */
  public Set<String> methods(String owner) {
    List<Hook> hooks = byOwner.get(owner);
    if (hooks == null) {
      return Set.of();
    }
    Set<String> methods = new LinkedHashSet<>();
    hooks.forEach(hook -> methods.add(hook.signature()));
    return methods;
  }

  /** The hook at a method. */
  Optional<Hook> find(String owner, String signature) {
    return byOwner.getOrDefault(owner, List.of()).stream()
        .filter(hook -> hook.signature().equals(signature))
        .findFirst();
  }
}
