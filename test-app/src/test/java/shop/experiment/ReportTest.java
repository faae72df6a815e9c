package shop.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shop.Delivery;
import shop.Payment;
import shop.Receipt;
import shop.Suggestions;
import shop.services.Kind;

final class ReportTest {
  private static final Suggestions PERSONAL = new Suggestions(List.of("Green mug"), true);

  private final Report report =
      Report.of(
          List.of(
              taken("order-1", "charge-1", 10),
              taken("order-2", "", 20),
              taken("order-3", "", 30),
              failed("order-4", 400),
              failed("order-5", 500)),
          new Books(
              Map.of("order-1", 2, "order-2", 1, "order-4", 1),
              Map.of(Kind.PAYMENT, 7, Kind.RECOMMENDATIONS, 6, Kind.STOCK, 5)));

  @Test
  void theShopSaysWhatItTookAndTheLedgerWhoWasCharged() {
    assertThat(report.figures())
        .isEqualTo(
            Map.ofEntries(
                Map.entry(Figure.PLACED, 5L),
                Map.entry(Figure.TAKEN, 3L),
                Map.entry(Figure.FAILED, 2L),
                Map.entry(Figure.CHARGED_TWICE, 1L),
                Map.entry(Figure.CHARGED_BUT_FAILED, 1L),
                Map.entry(Figure.TAKEN_BUT_NOT_CHARGED, 1L),
                Map.entry(Figure.DEGRADED, 2L),
                Map.entry(Figure.CHARGED_LATER, 2L),
                Map.entry(Figure.LATENCY_P50, 30L),
                Map.entry(Figure.LATENCY_P99, 500L),
                Map.entry(Figure.LATENCY_MAX, 500L),
                Map.entry(Figure.PAYMENT_REQUESTS, 7L),
                Map.entry(Figure.RECOMMENDATIONS_REQUESTS, 6L),
                Map.entry(Figure.STOCK_REQUESTS, 5L)));
  }

  @Test
  void survivesItsFile(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("day.properties");

    report.write(file);

    assertThat(Report.read(file)).isEqualTo(report);
  }

  @Test
  void isAColumnOfTheTable() {
    Map<String, Report> columns = new LinkedHashMap<>();
    columns.put("without agent", report);
    columns.put("with agent", report);

    assertThat(String.join("\n", Table.of(columns)))
        .isEqualTo(
            """
                                            without agent     with agent
            orders placed                               5              5
              taken                                     3              3
              failed                                    2              2
            charged twice                               1              1
            charged, yet told it failed                 1              1
            taken, yet never charged                    1              1
            answered degraded                           2              2
              of these charged later                    2              2
            latency p50, ms                            30             30
                    p99, ms                           500            500
                    max, ms                           500            500
            requests to payment                         7              7
                     to recommendations                 6              6
                     to stock                           5              5""");
  }

  private static Outcome taken(String orderId, String chargeId, long millis) {
    Receipt receipt =
        new Receipt(orderId, new Payment(orderId, 1_999, chargeId), new Delivery(2), PERSONAL);
    return new Outcome(orderId, Optional.of(receipt), Duration.ofMillis(millis));
  }

  private static Outcome failed(String orderId, long millis) {
    return new Outcome(orderId, Optional.empty(), Duration.ofMillis(millis));
  }
}
