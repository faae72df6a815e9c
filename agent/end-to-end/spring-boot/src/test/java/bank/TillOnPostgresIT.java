package bank;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BankOpened.class)
class TillOnPostgresIT extends TillContract {

  private final Bank bank;

  TillOnPostgresIT(Bank bank) {
    this.bank = bank;
  }

  @Override
  Program program() {
    return bank.program();
  }
}
