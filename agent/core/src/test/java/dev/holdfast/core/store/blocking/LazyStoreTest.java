package dev.holdfast.core.store.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.store.StoreFailure;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Which store is asked, and which one is distrusted after trouble. */
final class LazyStoreTest {

  private final ScriptedStore first = new ScriptedStore();
  private final ScriptedStore second = new ScriptedStore();
  private final Queue<ScriptedStore> toOpen = new ArrayDeque<>(List.of(first, second));
  private final LazyStore lazy = new LazyStore(toOpen::remove);

  @Test
  void opensAnotherStoreAfterOneThatDoesNotGoOn() {
    first.isRobust = false;

    assertThatThrownBy(() -> lazy.ask(LazyStoreTest::fail)).isInstanceOf(IOException.class);

    assertThat(first.asked).containsExactly("distrust");
    assertThat(asked()).isSameAs(second);
  }

  @Test
  void staysWithAStoreThatGoesOn() {
    assertThatThrownBy(() -> lazy.ask(LazyStoreTest::fail)).isInstanceOf(IOException.class);

    assertThat(asked()).isSameAs(first);
  }

  @Test
  void letsAStoreAloneThatWasOpenedAfterTheOneThatHadTrouble() {
    first.isRobust = false;

    assertThatThrownBy(() -> lazy.ask(this::failWhenAnotherStoreIsOpen))
        .isInstanceOf(IOException.class);

    assertThat(first.asked).containsExactly("distrust");
    assertThat(second.asked).isEmpty();
    assertThat(asked()).isSameAs(second);
  }

  @Test
  void trustsAStoreThatAnswersThatItCannotDoThis() {
    StoreFailure answer = new StoreFailure("the table is of an older version");

    assertThatThrownBy(
            () ->
                lazy.ask(
                    store -> {
                      throw answer;
                    }))
        .isSameAs(answer);

    assertThat(first.asked).isEmpty();
  }

  private Object failWhenAnotherStoreIsOpen(BlockingStore store) throws IOException {
    assertThatThrownBy(() -> lazy.ask(LazyStoreTest::fail)).isInstanceOf(IOException.class);
    assertThat(asked()).isSameAs(second);
    return fail(store);
  }

  private BlockingStore asked() {
    try {
      return lazy.ask(store -> store);
    } catch (Exception impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Object fail(BlockingStore store) throws IOException {
    throw new IOException("connection reset by " + store);
  }
}
