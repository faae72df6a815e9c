package dev.holdfast.weaving.adapter;

import dev.holdfast.core.adapter.Hook;
import dev.holdfast.core.adapter.Hooks;
import dev.holdfast.weaving.finding.Glance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All hooks, by the classes into which they hook. Asked of every class that is loaded. */
public final class HookCatalog {

  private final Map<String, List<Hook>> byOwner = new HashMap<>();
  private final Map<String, List<Hook>> byInterface = new HashMap<>();

  /** A catalog of these. */
  public HookCatalog(List<Hook> hooks) {
    for (Hook hook : hooks) {
      Map<String, List<Hook>> known = hook.reach() == Hook.Reach.OWNER ? byOwner : byInterface;
      known.computeIfAbsent(hook.owner(), owner -> new ArrayList<>()).add(hook);
    }
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
  public Set<String> methods(Glance type) {
    Set<String> methods = Set.of();
    methods = with(byOwner.get(type.name()), methods);
    for (String supertype : type.supertypes()) {
      methods = with(byInterface.get(supertype), methods);
    }
    return methods;
  }

  /** Almost no class has a hook, and then nothing is made. */
  private static Set<String> with(@Nullable List<Hook> hooks, Set<String> methods) {
    if (hooks == null) {
      return methods;
    }
    Set<String> more = new LinkedHashSet<>(methods);
    hooks.forEach(hook -> more.add(hook.signature()));
    return more;
  }

  /** The hook at a method. */
  Optional<Hook> find(Class<?> owner, String signature) {
    Optional<Hook> own = find(byOwner, owner.getName(), signature);
    return own.isPresent()
        ? own
        : Arrays.stream(owner.getInterfaces())
            .flatMap(type -> find(byInterface, type.getName(), signature).stream())
            .findFirst();
  }

  private static Optional<Hook> find(
      Map<String, List<Hook>> hooks, String owner, String signature) {
    return hooks.getOrDefault(owner, List.of()).stream()
        .filter(hook -> hook.signature().equals(signature))
        .findFirst();
  }
}
