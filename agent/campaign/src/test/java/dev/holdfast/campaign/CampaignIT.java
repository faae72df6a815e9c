package dev.holdfast.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A short campaign; the long one is a command of its own. */
class CampaignIT {

  private static final int KILLS = 200;
  private static final int FEW_KILLS = 24;

  @Test
  void noKillMakesAnEffectHappenTwiceOrResultsDifferOrKeysStick() throws Exception {
    List<Verdict> verdicts = new Campaigns(EnumSet.allOf(Engine.class), Trouble.NONE).run(KILLS);

    assertThat(verdicts).hasSize(3).allMatch(Verdict::isClean);
  }

  @Test
  void noServerThatCrashesAndNoConnectionThatIsCutDoesEither() throws Exception {
    List<Verdict> verdicts =
        new Campaigns(EnumSet.of(Engine.POSTGRESQL, Engine.REDIS), Trouble.ALL).run(FEW_KILLS);

    assertThat(verdicts).hasSize(2).allMatch(Verdict::isClean);
  }
}
