package shop.services;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LedgerTest {
  private final Ledger ledger = new Ledger();

  @Test
  void booksAKeyOnce() {
    String charge = ledger.charge("order-1", "key-1");

    assertThat(ledger.charge("order-1", "key-1")).isEqualTo(charge);
    assertThat(ledger.statement()).isEqualTo("order-1 1");
  }

  @Test
  void booksEveryChargeThatComesWithoutAKey() {
    String charge = ledger.charge("order-1", null);

    assertThat(ledger.charge("order-1", null)).isNotEqualTo(charge);
    assertThat(ledger.statement()).isEqualTo("order-1 2");
  }

  @Test
  void listsEachOrderOnALineOfItsOwn() {
    ledger.charge("order-1", "key-1");
    ledger.charge("order-2", "key-2");

    assertThat(ledger.statement()).isEqualTo("order-1 1\norder-2 1");
  }
}
