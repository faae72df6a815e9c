package wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wire.charges.LostResponses;
import wire.hops.Hops;
import wire.patience.RetryAfter;

/** Short forms of the experiments; the long ones are commands. */
class ExperimentsIT {

  @Test
  void nobodyComesBeforeAServerWantsToBeAskedAgainNorDoAllComeTogether() throws Exception {
    verify(new RetryAfter(), 200);
  }

  @Test
  void chargesWhoseAnswersGetLostAreInTheLedgerOnce() throws Exception {
    verify(new LostResponses(), 500);
  }

  @Test
  void threeHopsDoNotMultiplyAttemptsAndShareADeadline() throws Exception {
    verify(new Hops(), 100);
  }

  @SuppressWarnings("SystemOut")
  private static void verify(Experiment experiment, int size) throws Exception {
    Finding finding = experiment.run(size);

    System.out.println(finding.text());
    assertThat(finding.isAsPromised()).as(finding.text()).isTrue();
  }
}
