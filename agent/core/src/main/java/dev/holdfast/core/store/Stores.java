package dev.holdfast.core.store;

import dev.holdfast.core.pipeline.Services;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeSet;

/**
 * The stores of this JVM, by their names in the configuration; each opened once, when a method that
 * needs it is first called.
 */
public final class Stores {

  private final List<StoreFactory> factories;

  /** Opens stores of these kinds. */
  public Stores(List<StoreFactory> factories) {
    this.factories = List.copyOf(factories);
  }

  /** Opens stores of all kinds that the loader of the engine holds. */
  public static Stores installed() {
    return new Stores(
        ServiceLoader.load(StoreFactory.class, StoreFactory.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /**
   * The desk of a store. Of one that is not configured, or wrongly, every claim fails with the
   * reason.
   *
   * @param name empty for the default store
   */
  public ClaimDesk find(String name, Services services) {
    return services.states().shared(OpenStore.class, name, () -> open(name, services)).desk();
  }

  /** A desk at which nothing can be had, for keys that are claimed elsewhere; one of each name. */
  public static ClaimDesk closed(String name, Services services) {
    StoreFailure reason = new StoreFailure(StoreAddress.key(name) + " is no store");
    return services
        .states()
        .shared(
            ClaimDesk.class, name, () -> new ClaimDesk(new MissingStore(reason), services.time()));
  }

  /** What must be there before a store can be used; see {@link StoreFactory#schema}. */
  public Optional<String> schema(String url) {
    return factories.stream().flatMap(factory -> factory.schema(url).stream()).findFirst();
  }

  private OpenStore open(String name, Services services) {
    try {
      StoreAddress address = address(name, services);
      IdempotencyStore store = factory(address).open(address, services);
      new Sweeper(store, services.time()).start();
      return new OpenStore(name, address.scheme(), new ClaimDesk(store, services.time()));
    } catch (StoreFailure wrong) {
      ClaimDesk closed = new ClaimDesk(new MissingStore(wrong), services.time());
      return new OpenStore(name, "unusable", closed);
    }
  }

  private StoreAddress address(String name, Services services) {
    return StoreAddress.find(name, services.configuration())
        .orElseThrow(
            () ->
                new StoreFailure(
                    StoreAddress.key(name) + " is not set (expected: " + kinds() + ")"));
  }

  private StoreFactory factory(StoreAddress address) {
    for (StoreFactory factory : factories) {
      if (factory.schemes().contains(address.scheme())) {
        return factory;
      }
    }
    throw new StoreFailure(
        "%s: %s (expected: %s)".formatted(address.key(), address.scheme(), kinds()));
  }

  private String kinds() {
    TreeSet<String> schemes = new TreeSet<>();
    factories.forEach(factory -> schemes.addAll(factory.schemes()));
    return String.join(", ", schemes);
  }
}
