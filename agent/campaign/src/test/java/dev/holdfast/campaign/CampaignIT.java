package dev.holdfast.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A short campaign; the long one is a command of its own. */
class CampaignIT {

  private static final int KILLS = 200;

  @Test
  void noKillMakesAnEffectHappenTwiceOrResultsDifferOrKeysStick() throws Exception {
    List<Verdict> verdicts = Main.run(KILLS);

    assertThat(verdicts).hasSize(3).allMatch(Verdict::isClean);
  }
}
