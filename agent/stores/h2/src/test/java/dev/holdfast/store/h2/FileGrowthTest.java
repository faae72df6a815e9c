package dev.holdfast.store.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.Settlement;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.store.blocking.BlockingStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How large a file becomes, and what is in it when it was written anew. */
final class FileGrowthTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final long SMALLEST = 256 << 10;
  private static final int PAIRS = 500;

  @TempDir private Path folder;

  @Test
  void aFileIsWrittenAnewWhenItHasGrown() throws Exception {
    Path path = folder.resolve("holdfast.mv");
    FileStore store =
        new FileStore(
            new Volume(path, FileOpener.openFile(path.toString()), SMALLEST, () -> {}),
            System::currentTimeMillis,
            weak -> {});

    for (int number = 0; number < PAIRS; number++) {
      pay(store, number);
    }

    assertThat(Files.size(path)).isLessThan(PAIRS * 8_000L);
    assertAllPaid(store);
    store.distrust();
    BlockingStore again =
        new FileOpener("holdfast.store", folder, System::currentTimeMillis, weak -> {}).open();
    assertAllPaid(again);
    again.close();
  }

  @Test
  void whatChangesWhileItIsCopiedChangesInBoth() {
    try (MVStore old = MVStore.open(null);
        MVStore fresh = MVStore.open(null)) {
      Entries from = Entries.of(old);
      for (int number = 0; number < 12_000; number++) {
        claim(from, number);
      }
      Rewrite rewrite = new Rewrite(from, fresh);

      for (int number = 0; !rewrite.isComplete(); number++) {
        rewrite.copySome();
        Hold kept = claim(from, 20_000 + number);
        rewrite.changed(kept.key().digest());
        Hold gone = claim(from, 30_000 + number);
        rewrite.changed(gone.key().digest());
        from.release(gone, 0);
        rewrite.changed(gone.key().digest());
        from.settle(hold(number), Entry.COMPLETED, "1", LONG, 0);
        rewrite.changed(key(number).digest());
      }
      Entries to = rewrite.finish(7);

      assertThat(to.calls()).containsExactlyEntriesOf(from.calls());
      assertThat(to.ends()).containsExactlyEntriesOf(from.ends());
      assertThat(to.limit()).hasValue(7);
      assertThat(claim(to, 40_000).token()).isEqualTo(claim(from, 40_000).token());
    }
  }

  @Test
  void aNewFileThatAKillHasLeftIsRemoved() throws Exception {
    Path left = Files.writeString(folder.resolve("holdfast.mv.new"), "half");

    new FileOpener("holdfast.store", folder, System::currentTimeMillis, weak -> {}).open().close();

    assertThat(left).doesNotExist();
  }

  private static void pay(FileStore store, int number) {
    Claim claim = store.claim(request(number), "me" + number);
    Hold hold = new Hold(key(number), ((Claim.Acquired) claim).token());
    store.settle(hold, new Settlement.Complete("paid " + number, LONG));
  }

  private static void assertAllPaid(BlockingStore store) throws Exception {
    for (int number = 0; number < PAIRS; number++) {
      assertThat(store.claim(request(number), "other"))
          .isEqualTo(new Claim.Completed("paid " + number));
    }
  }

  /** Their tokens go from 1. */
  private static Hold hold(int number) {
    return new Hold(key(number), number + 1L);
  }

  private static Hold claim(Entries entries, int number) {
    Claim claim = entries.claim(request(number), "me", 0);
    return new Hold(key(number), ((Claim.Acquired) claim).token());
  }

  private static ClaimRequest request(int number) {
    return new ClaimRequest(key(number), Optional.empty(), LONG, LONG, true);
  }

  private static StoredKey key(int number) {
    return StoredKey.of("shop.Cart#pay", List.of(), "order-" + number);
  }
}
