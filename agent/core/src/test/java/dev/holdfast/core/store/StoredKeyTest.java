package dev.holdfast.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Keys as they are stored. */
final class StoredKeyTest {

  @Test
  void staysTheSameFromVersionToVersion() {
    StoredKey key = StoredKey.of("shop.Cart#pay", List.of("acme"), "order-1");

    assertThat(key)
        .isEqualTo(
            new StoredKey(
                "shop.Cart#pay",
                "d75b357a15f13d5ef9de527cfa5f6001a2741195639dfc3a38db740634d64320"));
    assertThat(key).hasToString("shop.Cart#pay key d75b357a");
    assertThat(key.uuid()).hasToString("d75b357a-15f1-8d5e-b9de-527cfa5f6001");
  }

  @Property
  void makesUuidsOfVersionEight(@ForAll String name, @ForAll String key) {
    assertThat(StoredKey.of(name, List.of(), key).uuid().version()).isEqualTo(8);
    assertThat(StoredKey.of(name, List.of(), key).uuid().variant()).isEqualTo(2);
  }

  @Test
  void neverMixesUpNameScopeAndKey() {
    Set<StoredKey> keys = new HashSet<>();
    keys.add(StoredKey.of("a", List.of(), "bc"));
    keys.add(StoredKey.of("ab", List.of(), "c"));
    keys.add(StoredKey.of("a", List.of("b"), "c"));
    keys.add(StoredKey.of("a", List.of("b", ""), "c"));
    keys.add(StoredKey.of("a", List.of("", "b"), "c"));
    keys.add(StoredKey.of("a", List.of(), "\ud800"));
    keys.add(StoredKey.of("a", List.of(), "\ud801"));
    keys.add(StoredKey.of("a", List.of(), "?"));

    assertThat(keys).hasSize(8);
  }

  @Test
  void takesKeysOfAnyLength() {
    assertThat(StoredKey.of("a", List.of(), "x".repeat(10 << 20)).digest()).hasSize(64);
  }

  @Test
  void refusesWhatIsNoDigest() {
    assertThatThrownBy(() -> new StoredKey("a", "order-1"))
        .hasMessage("digest: order-1 (expected: 64 digits)");
  }
}
