package dev.holdfast.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What it costs that very many wait for one key. */
class WaitersIT {

  /** Workers that answer all of them at once, which are bounded. */
  private static final int MOST_THREADS = 600;

  private static final int MOST_CONNECTIONS = 20;
  private static final int MOST_REQUESTS = 200;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "REDIS"})
  void tenThousandCallsThatWaitForOneKeyAreFewThreadsAndFewRequests(Engine engine)
      throws Exception {
    Waiters waiters = Waiters.measure(engine, folder, "10000");

    assertThat(waiters.calls()).isEqualTo(10_000);
    assertThat(waiters.answers()).isEqualTo(1);
    assertThat(waiters.threads()).isLessThan(MOST_THREADS);
    assertThat(waiters.connections()).isLessThanOrEqualTo(MOST_CONNECTIONS);
    assertThat(waiters.requests()).isLessThan(MOST_REQUESTS);
  }
}
