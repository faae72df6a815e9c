package bank;

import static org.assertj.core.api.Assertions.assertThat;

import bank.Program.Answer;
import bank.Database.Transactions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BankOpened.class)
class TransactionsIT {

  private final Bank bank;

  TransactionsIT(Bank bank) {
    this.bank = bank;
  }

  @Test
  void eachAttemptBehindClassProxyHasItsOwnTransaction() throws Exception {
    Transactions before = bank.transactions();

    Answer answer = bank.post("/ledger/twice?failures=2");

    assertThat(answer).isEqualTo(new Answer(200, ""));
    assertThat(bank.transactions().since(before)).isEqualTo(new Transactions(1, 2));
    assertThat(bank.get("/ledger/twice")).isEqualTo(new Answer(200, "1"));
  }

  @Test
  void eachAttemptBehindJdkProxyHasItsOwnTransaction() throws Exception {
    Transactions before = bank.transactions();

    Answer answer = bank.post("/payments/paid?failures=2");

    assertThat(answer).isEqualTo(new Answer(200, "$Proxy"));
    assertThat(bank.transactions().since(before)).isEqualTo(new Transactions(1, 2));
    assertThat(bank.get("/ledger/paid")).isEqualTo(new Answer(200, "1"));
  }

  @Test
  void eachAttemptOfRepositoryHasItsOwnTransaction() throws Exception {
    Transactions before = bank.transactions();

    Answer answer = bank.post("/broken");

    assertThat(answer).isEqualTo(new Answer(500, "DataIntegrityViolationException"));
    assertThat(bank.transactions().since(before)).isEqualTo(new Transactions(0, 3));
  }

  @Test
  void guardsOnceAtProxyAndTarget() throws Exception {
    Transactions before = bank.transactions();

    Answer answer = bank.post("/ledger/never?failures=9");

    assertThat(answer).isEqualTo(new Answer(500, "IllegalStateException"));
    assertThat(bank.transactions().since(before)).isEqualTo(new Transactions(0, 3));
  }

  @Test
  void guardsEachTimeThatAnAspectFurtherOutProceeds() throws Exception {
    Transactions before = bank.transactions();

    Answer answer = bank.post("/ledger/insisted/insistently?failures=4");

    assertThat(answer).isEqualTo(new Answer(200, ""));
    assertThat(bank.transactions().since(before)).isEqualTo(new Transactions(1, 4));
    assertThat(bank.get("/ledger/insisted")).isEqualTo(new Answer(200, "1"));
  }

  @Test
  void guardsSelfInvocationsInsideOfTheirTransaction() throws Exception {
    Transactions before = bank.transactions();

    Answer answer = bank.post("/self/self?failures=2");

    assertThat(answer).isEqualTo(new Answer(200, ""));
    assertThat(bank.transactions().since(before)).isEqualTo(new Transactions(1, 0));
  }

  @Test
  void triesNothingAgainInTransactionThatIsRollbackOnly() throws Exception {
    Transactions before = bank.transactions();

    Answer answer = bank.post("/journal/joined/join?failures=1");

    assertThat(answer).isEqualTo(new Answer(500, "IllegalStateException"));
    assertThat(bank.transactions().since(before)).isEqualTo(new Transactions(0, 1));
  }

  @Test
  void storesNoResultOfTransactionThatIsRolledBackFurtherOut() throws Exception {
    Answer rolledBack = bank.post("/journal/entry?failures=1");
    Answer none = bank.get("/ledger/entry");
    Answer committed = bank.post("/journal/entry");
    Answer again = bank.post("/journal/entry");

    assertThat(rolledBack).isEqualTo(new Answer(500, "IllegalStateException"));
    assertThat(none).isEqualTo(new Answer(200, "0"));
    assertThat(committed).isEqualTo(new Answer(200, "entry booked, entry booked"));
    assertThat(again).isEqualTo(committed);
    assertThat(bank.get("/ledger/entry")).isEqualTo(new Answer(200, "1"));
  }

  @Test
  void storesNoResultOfTransactionThatTheBodyHasRolledBack() throws Exception {
    Answer rolledBack = bank.post("/ledger/unsure/or-not?failures=1");
    Answer committed = bank.post("/ledger/unsure/or-not");
    Answer again = bank.post("/ledger/unsure/or-not?failures=1");

    assertThat(rolledBack).isEqualTo(new Answer(200, "unsure not booked"));
    assertThat(committed).isEqualTo(new Answer(200, "unsure booked"));
    assertThat(again).isEqualTo(committed);
    assertThat(bank.get("/ledger/unsure")).isEqualTo(new Answer(200, "1"));
  }

  @Test
  void storesResultOfTransactionApartAtItsOwnCommit() throws Exception {
    Answer rolledBackAround = bank.post("/journal/apart/alone?failures=1");
    Answer again = bank.post("/journal/apart/alone");

    assertThat(rolledBackAround).isEqualTo(new Answer(500, "IllegalStateException"));
    assertThat(again).isEqualTo(new Answer(200, "apart booked alone"));
    assertThat(bank.get("/ledger/apart")).isEqualTo(new Answer(200, "1"));
  }

  @Test
  void countsFailedCommitsAsFailures() throws Exception {
    Answer first = bank.post("/receipts/one");
    Answer second = bank.post("/receipts/one");
    Answer third = bank.post("/receipts/one");
    Answer refused = bank.post("/receipts/two");

    assertThat(first).isEqualTo(new Answer(200, ""));
    assertThat(second).isEqualTo(new Answer(500, "DuplicateKeyException"));
    assertThat(third).isEqualTo(second);
    assertThat(refused).isEqualTo(new Answer(503, "CircuitOpenException"));
    assertThat(bank.get("/receipts")).isEqualTo(new Answer(200, "3"));
  }
}
