package bank;

import static org.assertj.core.api.Assertions.assertThat;

import bank.Program.Answer;
import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Histogram;
import dev.holdfast.testkit.Jdk;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DetachIT {

  private static final Answer GUARDED = new Answer(200, "");
  private static final Answer UNGUARDED = new Answer(500, "IllegalStateException");

  private static final Answer RATE = new Answer(200, "1.1, asked 3 times");

  @Test
  void givesSpringItsInterceptorsBackAndComesAgain() throws Exception {
    try (Program bank = Program.start("jdbc:h2:mem:detached;DB_CLOSE_DELAY=-1")) {
      assertThat(bank.post("/ledger/first?failures=2")).isEqualTo(GUARDED);
      assertThat(bank.post("/journal/kept").status()).isEqualTo(200);
      assertThat(bank.post("/rates?failures=2")).isEqualTo(RATE);

      assertThat(command(bank, "detach")).startsWith("detached: ");
      assertThat(bank.post("/ledger/second?failures=2")).isEqualTo(UNGUARDED);
      assertThat(bank.post("/ledger/second?failures=1")).isEqualTo(UNGUARDED);
      Histogram.awaitNone(Jdk.own(), bank.jvm().pid(), "dev.holdfast.core.");
      Histogram.awaitNone(Jdk.own(), bank.jvm().pid(), "dev.holdfast.frameworks.");

      assertThat(command(bank, "attach")).startsWith("attached: ");
      assertThat(bank.post("/ledger/third?failures=2")).isEqualTo(GUARDED);
      assertThat(bank.post("/rates?failures=2")).isEqualTo(RATE);
      assertThat(command(bank, "detach")).startsWith("detached: ");
      assertThat(bank.post("/ledger/fourth?failures=1")).isEqualTo(UNGUARDED);
    }
  }

  @Test
  void letsTheAgentGoWhenRequestsThatItWasDetachedDuringAreAnswered() throws Exception {
    try (Program bank = Program.start("jdbc:h2:mem:served;DB_CLOSE_DELAY=-1")) {
      assertThat(bank.post("/trouble/hold").status()).isEqualTo(200);
      CompletableFuture<Answer> standing = bank.postLater("/trouble/stand");
      assertThat(bank.post("/trouble/await").status()).isEqualTo(200);

      assertThat(command(bank, "detach")).contains("; 1 thread in guarded calls");
      assertThat(bank.post("/trouble/release").status()).isEqualTo(200);

      assertThat(standing.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
      Histogram.awaitNone(Jdk.own(), bank.jvm().pid(), "dev.holdfast.core.");
    }
  }

  private static String command(Program bank, String command) throws Exception {
    ForkedJvm.Result result =
        ForkedJvm.of(Jdk.own())
            .runJar(ForkedJvm.agentJar(), command, Long.toString(bank.jvm().pid()));
    assertThat(result.err()).isEmpty();
    return result.out();
  }
}
