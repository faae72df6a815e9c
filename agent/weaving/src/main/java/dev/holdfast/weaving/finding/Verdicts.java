package dev.holdfast.weaving.finding;

import dev.holdfast.weaving.model.LoaderFiles;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** What is known of the types that one class loader finds: whether each has to do with us. */
final class Verdicts {

  private final LoaderFiles files;
  private final ConcurrentMap<String, Boolean> known = new ConcurrentHashMap<>();

  Verdicts(@Nullable ClassLoader loader) {
    files = new LoaderFiles(loader);
  }

  Optional<Boolean> of(String type) {
    return Optional.ofNullable(known.get(type));
  }

  /** A look at the type's class file; nothing if there is none. */
  Glance look(String type) {
    return files.find(type).map(Glance::at).orElse(Glance.NOTHING);
  }

  /** Remembers, unless the loader is being asked on this thread: then it told nothing. */
  void remember(String type, boolean verdict) {
    if (files.isAnswering()) {
      known.put(type, verdict);
    }
  }

  void remember(Set<String> types, boolean verdict) {
    types.forEach(type -> remember(type, verdict));
  }
}
