package bank;

import static org.assertj.core.api.Assertions.assertThat;

import bank.Program.Answer;
import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Interfaces that only proxies of Spring's implement. */
@ExtendWith(BankOpened.class)
class RatesIT {

  private final Bank bank;

  RatesIT(Bank bank) {
    this.bank = bank;
  }

  @Test
  void guardsHttpInterfaces() throws Exception {
    assertThat(bank.post("/rates?failures=2")).isEqualTo(new Answer(200, "1.1, asked 3 times"));
    assertThat(bank.post("/rates?failures=9"))
        .isEqualTo(new Answer(200, "1.0 as ever, asked 3 times"));
  }

  @Test
  void explainsWhatProxiesImplement() throws Exception {
    ForkedJvm.Result explained =
        ForkedJvm.of(Jdk.own())
            .runJar(ForkedJvm.agentJar(), "explain", System.getProperty("holdfast.program"));

    assertThat(explained.out())
        .contains("bank.Bookings#broken\n")
        .contains("bank.Rates#quote\n")
        .contains("note: implemented by a proxy while the application runs: guarded there")
        .contains("note: @Cacheable keeps what a fallback answers, too.")
        .doesNotContain("Problems:");
  }
}
