package shop.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two JVMs of the shop under the agent share a PostgreSQL, and are killed again and again. */
final class KilledInstancesIT {

  @Test
  void chargeEveryOrderOnce(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("day.properties");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {

      ForkedJvm.Result run =
          PackagedShop.run(
              Jdk.own(),
              "--orders",
              "200",
              "--instances",
              "2",
              "--store",
              "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres?user=postgres",
              "--report",
              file.toString());

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out())
          .containsPattern(
              "(?m)^2 instances, [1-9]\\d* killed; asked again, 0 customers got another charge$");
      Map<Figure, Long> figures = Report.read(file).figures();
      assertThat(figures.get(Figure.TAKEN)).isEqualTo(200);
      assertThat(figures.get(Figure.CHARGED_TWICE)).isZero();
      assertThat(figures.get(Figure.TAKEN_BUT_NOT_CHARGED)).isZero();
    }
  }
}
