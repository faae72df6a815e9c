package bank;

import static org.assertj.core.api.Assertions.assertThat;

import bank.Program.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BankOpened.class)
class AuthorisationIT {

  private final Bank bank;

  AuthorisationIT(Bank bank) {
    this.bank = bank;
  }

  @Test
  void storedResultDoesNotAnswerWhoMayNotCall() throws Exception {
    Answer opened = bank.post("/vault/stored/open");
    Answer again = bank.post("/vault/stored/open");
    Answer denied = bank.postAsCustomer("/vault/stored/open");

    assertThat(opened).isEqualTo(new Answer(200, "stored opened 1"));
    assertThat(again).isEqualTo(opened);
    assertThat(denied.status()).isEqualTo(403);
  }

  @Test
  void storedResultDoesNotAnswerWhomAnAspectInsideOfTheTransactionTurnsAway() throws Exception {
    Answer opened = bank.post("/vault/own/open-if-clerk");
    Answer again = bank.post("/vault/own/open-if-clerk");
    Answer denied = bank.postAsCustomer("/vault/own/open-if-clerk");

    assertThat(opened).isEqualTo(new Answer(200, "own opened 1"));
    assertThat(again).isEqualTo(opened);
    assertThat(denied.status()).isEqualTo(403);
  }

  @Test
  void fallbackDoesNotAnswerWhoMayNotCall() throws Exception {
    Answer covered = bank.post("/vault/covered/look?failures=9");
    Answer denied = bank.postAsCustomer("/vault/covered/look?failures=9");

    assertThat(covered).isEqualTo(new Answer(200, "covered guessed by Vault"));
    assertThat(denied.status()).isEqualTo(403);
  }

  @Test
  void openBreakerDoesNotAnswerWhoMayNotCallNorCountsDenials() throws Exception {
    Answer denied = bank.postAsCustomer("/vault/any/lock");
    Answer deniedAgain = bank.postAsCustomer("/vault/any/lock");
    Answer fails = bank.post("/vault/any/lock?failures=1");
    Answer failsAgain = bank.post("/vault/any/lock?failures=1");
    Answer refused = bank.post("/vault/any/lock");
    Answer deniedWhileOpen = bank.postAsCustomer("/vault/any/lock");

    assertThat(denied.status()).isEqualTo(403);
    assertThat(deniedAgain.status()).isEqualTo(403);
    assertThat(fails).isEqualTo(new Answer(500, "trouble"));
    assertThat(failsAgain).isEqualTo(fails);
    assertThat(refused).isEqualTo(new Answer(503, "CircuitOpenException"));
    assertThat(deniedWhileOpen.status()).isEqualTo(403);
  }
}
