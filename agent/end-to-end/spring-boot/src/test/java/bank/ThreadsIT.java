package bank;

import static org.assertj.core.api.Assertions.assertThat;

import bank.Program.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BankOpened.class)
class ThreadsIT {

  private final Bank bank;

  ThreadsIT(Bank bank) {
    this.bank = bank;
  }

  @Test
  void triesOnAnotherThreadNoMoreOften() throws Exception {
    assertThat(bank.post("/mail")).isEqualTo(new Answer(200, "3"));
  }

  @Test
  void triesInTransactionOnAnotherThreadNoMoreOften() throws Exception {
    assertThat(bank.post("/mail/transaction")).isEqualTo(new Answer(200, "3"));
  }

  @Test
  void guardsWhatIsScheduled() throws Exception {
    assertThat(bank.get("/swept")).isEqualTo(new Answer(200, "3"));
  }

  @Test
  void callsNothingThatIsCached() throws Exception {
    assertThat(bank.get("/mail/joe"))
        .isEqualTo(new Answer(200, "joe@bank after 3, again joe@bank after 3"));
  }

  @Test
  void takesTheRequestToAnotherThread() throws Exception {
    assertThat(bank.get("/asked")).isEqualTo(new Answer(200, "/asked"));
  }

  @Test
  void keepsNoSubstituteInACacheThatDoesNotWantIt() throws Exception {
    assertThat(bank.get("/mail/Main/street"))
        .isEqualTo(
            new Answer(
                200, "somewhere, then Main Street after 4, again Main Street after 4"));
  }
}
