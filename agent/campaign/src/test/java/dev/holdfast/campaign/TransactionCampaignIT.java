package dev.holdfast.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A short campaign; the long one is a command of its own. */
class TransactionCampaignIT {

  private static final int KILLS = 30;

  @Test
  void noKillPartsAnEffectFromItsKey() throws Exception {
    assertThat(Main.runInTransactions(KILLS)).matches(TransactionVerdict::isClean);
  }
}
