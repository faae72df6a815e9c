package dev.holdfast.store.h2;

import com.google.auto.service.AutoService;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.store.IdempotencyStore;
import dev.holdfast.core.store.StoreAddress;
import dev.holdfast.core.store.StoreFactory;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.blocking.BackgroundSettings;
import dev.holdfast.core.store.blocking.BackgroundStore;
import dev.holdfast.core.store.blocking.Secrets;
import dev.holdfast.core.store.blocking.StoreNews;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Makes stores in folders. */
@AutoService(StoreFactory.class)
public final class FileStoreFactory implements StoreFactory {

  private static final String SCHEME = "file";

  /** As many steps as are written and synced together at most. */
  private static final int THREADS = 16;

  /** For the {@link java.util.ServiceLoader}. */
  public FileStoreFactory() {}

  @Override
  public Set<String> schemes() {
    return Set.of(SCHEME);
  }

  @Override
  public IdempotencyStore open(StoreAddress address, Services services) {
    StoreNews news = new StoreNews(address.name(), services.events());
    FileOpener opener =
        new FileOpener(address.key(), folder(address), System::currentTimeMillis, news::isWeak);
    return new BackgroundStore(
        BackgroundSettings.of(address, THREADS),
        opener,
        new Secrets(List.of()),
        news,
        services.time());
  }

  /** {@code file:DIR}, and {@code file:///DIR} as browsers write it. */
  static Path folder(StoreAddress address) {
    String url = address.url().substring(SCHEME.length() + 1);
    String path = url.startsWith("//") ? url.substring(2) : url;
    if (path.isBlank()) {
      throw new StoreFailure(address.key() + " names no folder (expected: file:DIR)");
    }
    try {
      return Path.of(path).toAbsolutePath();
    } catch (InvalidPathException unreadable) {
      throw new StoreFailure(
          "%s: %s is no folder (expected: file:DIR)".formatted(address.key(), path));
    }
  }
}
