package dev.holdfast.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.store.Claim;
import dev.holdfast.core.store.ClaimRequest;
import dev.holdfast.core.store.Hold;
import dev.holdfast.core.store.Settlement;
import dev.holdfast.core.store.StoreAddress;
import dev.holdfast.core.store.StoreFailure;
import dev.holdfast.core.store.StoredKey;
import dev.holdfast.core.store.Tenure;
import dev.holdfast.core.store.blocking.BlockingStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder, or its file, can have wrong. */
final class FileTroubleTest {

  private static final Duration LONG = Duration.ofHours(1);

  @TempDir private Path folder;

  @Test
  void tellsOfAnotherProcessAndOpensAsSoonAsThatIsKilled() throws Exception {
    Process other = occupant();
    try {
      assertThat(other.inputReader().readLine()).isEqualTo(Occupant.READY);
      assertFails(
          folder,
          "holdfast.store: another process uses %s (expected: one process at a time). Give each its own folder, or share jdbc:postgresql: or redis:."
              .formatted(folder));
    } finally {
      other.destroyForcibly().waitFor();
    }

    BlockingStore store = opener(folder).open();
    assertThat(store.claim(Occupant.request(), "next"))
        .isEqualTo(new Claim.Completed(Occupant.RESULT));
    store.distrust();
  }

  @Test
  void keepsItsFolderFromOtherProcessesWhateverElseThisProcessOpens() throws Exception {
    BlockingStore store = opener(folder).open();
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder);

    assertFails(
        link,
        "holdfast.store: another store of this process uses %s (expected: one store). Give each its own folder, or share jdbc:postgresql: or redis:."
            .formatted(link));

    Process other = occupant();
    try {
      assertThat(other.inputReader().readLine()).contains("another process uses");
    } finally {
      other.destroyForcibly().waitFor();
    }
    store.distrust();
  }

  @Test
  void goesOnInANewFolderWhereItsOwnWasRemovedAndSaysSo() throws Exception {
    Path mine = folder.resolve("mine");
    List<String> told = new ArrayList<>();
    FileOpener opener =
        new FileOpener("holdfast.store", mine, System::currentTimeMillis, told::add);
    BlockingStore store = opener.open();
    store.claim(request("order-1"), "me");
    Files.delete(mine.resolve("holdfast.mv"));
    Files.delete(mine);

    for (int step = 0; step < 2; step++) {
      assertThatThrownBy(() -> store.claim(request("order-2"), "me"))
          .hasRootCauseInstanceOf(NoSuchFileException.class)
          .hasRootCauseMessage(mine.resolve("holdfast.mv") + ": it was removed or replaced");
    }
    assertThat(store.distrust()).isFalse();

    assertThat(told)
        .containsExactly(
            mine.resolve("holdfast.mv")
                + " was removed or replaced while it was used (expected: let alone)");
    BlockingStore again = opener.open();
    assertThat(again.claim(request("order-1"), "me")).isInstanceOf(Claim.Acquired.class);
    again.distrust();
  }

  @Test
  void tellsOfAnAddressWithoutAFolder() {
    assertThatThrownBy(() -> FileStoreFactory.folder(new StoreAddress("", "file://")))
        .isInstanceOf(StoreFailure.class)
        .hasMessage("holdfast.store names no folder (expected: file:DIR)");
  }

  @Test
  void tellsOfAFolderThatCannotBeMade() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertFails(
        file,
        "holdfast.store: %s cannot be written (FileAlreadyExistsException) (expected: a folder that this process may write)"
            .formatted(file));
  }

  @Test
  void tellsOfAFolderThatMayNotBeWritten() {
    Assumptions.assumeTrue(folder.toFile().setWritable(false));
    Assumptions.assumeFalse(Files.isWritable(folder), "who may do anything may write this too");

    assertFails(
        folder,
        "holdfast.store: %s cannot be written (expected: a folder that this process may write)"
            .formatted(folder));
  }

  @Test
  void tellsOfADamagedFile() throws Exception {
    Path file = Files.writeString(folder.resolve("holdfast.mv"), "x".repeat(20_000));

    assertFails(
        folder,
        "holdfast.store: %s cannot be read: it is damaged, or of another version".formatted(file));
  }

  @Test
  void tellsOfAFileOfAnotherVersion() {
    try (MVStore file = FileOpener.openFile(folder.resolve("holdfast.mv").toString())) {
      file.<String, Long>openMap("facts").put("version", 7L);
      file.commit();
    }

    assertFails(folder, "the file is of version 7 (expected: 1, that of this agent)");
  }

  @Test
  void tellsOfAnEntryThatSomebodyElseWrote() throws Exception {
    ClaimRequest request = request("order-1");
    try (MVStore file = FileOpener.openFile(folder.resolve("holdfast.mv").toString())) {
      file.<String, String>openMap("calls").put(request.key().digest(), "hello");
      file.commit();
    }
    BlockingStore store = opener(folder).open();

    assertThatThrownBy(() -> store.claim(request, "me"))
        .isInstanceOf(StoreFailure.class)
        .hasMessage("the entry of a key is not one that this agent wrote");
    store.distrust();
  }

  @Test
  void sweepsWhatIsOverBesideADamagedEntry() {
    ClaimRequest damaged = request("order-1");
    ClaimRequest over = request("order-2");
    try (MVStore file = MVStore.open(null)) {
      Entries entries = Entries.of(file);
      entries.claim(damaged, "me", 0);
      entries.claim(over, "me", 1);
      entries.calls().put(damaged.key().digest(), "hello");

      assertThat(entries.sweep(10, LONG.toMillis() * 3)).isEqualTo(1);
      assertThat(entries.calls()).containsOnlyKeys(damaged.key().digest());
    }
  }

  @Test
  void losesNothingOnADiskThatIsFullForAWhile() throws Exception {
    FullDisk.mount();
    FileStore store = onFullDisk();
    Hold hold = acquire(store, "order-1");
    FullDisk.fill();

    assertThatThrownBy(() -> store.settle(hold, new Settlement.Complete("1", LONG)))
        .hasRootCauseMessage("No space left on device");
    assertThat(store.distrust()).isFalse();

    FullDisk.makeRoom();
    FileStore again = onFullDisk();
    assertThat(again.settle(hold, new Settlement.Complete("1", LONG))).isEqualTo(Tenure.HELD);
    assertThat(again.claim(request("order-1"), "other")).isEqualTo(new Claim.Completed("1"));
    again.distrust();
  }

  private Process occupant() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Occupant.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .start();
  }

  private FileStore onFullDisk() throws IOException {
    Path file = folder.resolve("holdfast.mv");
    return new FileStore(
        new Volume(file, FileOpener.openFile(FullDisk.PREFIX + file), Long.MAX_VALUE, () -> {}),
        System::currentTimeMillis,
        weak -> {});
  }

  private static FileOpener opener(Path folder) {
    return new FileOpener("holdfast.store", folder, System::currentTimeMillis, weak -> {});
  }

  private static void assertFails(Path folder, String message) {
    assertThatThrownBy(() -> opener(folder).open())
        .isInstanceOf(StoreFailure.class)
        .hasMessage(message);
  }

  private static Hold acquire(BlockingStore store, String key) throws Exception {
    ClaimRequest request = request(key);
    return new Hold(request.key(), ((Claim.Acquired) store.claim(request, "me")).token());
  }

  private static ClaimRequest request(String key) {
    return new ClaimRequest(
        StoredKey.of("shop.Cart#pay", List.of(), key), Optional.empty(), LONG, LONG, true);
  }
}
