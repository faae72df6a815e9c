package bank;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TillOnH2IT extends TillContract {

  private final Program program;

  TillOnH2IT() throws IOException, InterruptedException {
    program =
        Program.start(
            "jdbc:h2:mem:bank;DB_CLOSE_DELAY=-1", "--spring.datasource.hikari.maximum-pool-size=8");
  }

  @AfterAll
  void close() throws IOException {
    program.close();
  }

  @Override
  Program program() {
    return program;
  }
}
