package dev.holdfast.store.h2;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.store.IdempotencyStore;
import dev.holdfast.core.store.StoreContract;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.blocking.BackgroundSettings;
import dev.holdfast.core.store.blocking.BackgroundStore;
import dev.holdfast.core.store.blocking.BlockingStore;
import dev.holdfast.core.store.blocking.ReachabilityListener;
import dev.holdfast.core.store.blocking.Secrets;
import dev.holdfast.core.store.blocking.StoreOpener;
import dev.holdfast.core.time.SystemTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, on a real file. */
final class FileStoreTest extends StoreContract {

  private static final ReachabilityListener NOBODY =
      new ReachabilityListener() {
        @Override
        public void isAway(String reason) {}

        @Override
        public void isBack() {}
      };

  private final AtomicLong now = new AtomicLong(1_800_000_000_000L);
  @TempDir private Path folder;
  private BlockingStore opened;
  private IdempotencyStore store;

  @BeforeEach
  void open() throws Exception {
    opened = opener().open();
    store =
        new BackgroundStore(
            new BackgroundSettings("holdfast.store", "", 16, 4 << 20),
            () -> opened,
            new Secrets(List.of()),
            NOBODY,
            new SystemTime(() -> Duration.ZERO));
  }

  @AfterEach
  void close() {
    opened.distrust();
  }

  @Override
  protected IdempotencyStore store() {
    return store;
  }

  @Override
  protected void pass(Duration time) {
    now.addAndGet(time.toMillis());
  }

  @Override
  protected int histories() {
    return 50;
  }

  @Test
  void tellsASecondUserOfTheFolder() {
    StoreOpener second = opener();

    assertThatThrownBy(second::open)
        .isInstanceOf(StoreFailure.class)
        .hasMessage(
            "holdfast.store: another store of this process uses %s (expected: one store). Give each its own folder, or share jdbc:postgresql: or redis:."
                .formatted(folder));
  }

  private FileOpener opener() {
    return new FileOpener("holdfast.store", folder, now::get, weak -> {});
  }
}
