package shop.experiment;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import shop.services.Kind;

/**
 * How a day went.
 *
 * @param figures all of them
 */
record Report(Map<Figure, Long> figures) {

  static Report of(List<Outcome> outcomes, Books books) {
    Predicate<Outcome> isTaken = Outcome::isTaken;
    Predicate<Outcome> isCharged = outcome -> books.isCharged(outcome.orderId());
    Latencies latencies = new Latencies(outcomes.stream().map(Outcome::latency).toList());
    Map<Figure, Long> figures = new EnumMap<>(Figure.class);
    figures.put(Figure.PLACED, (long) outcomes.size());
    figures.put(Figure.TAKEN, count(outcomes, isTaken));
    figures.put(Figure.FAILED, count(outcomes, isTaken.negate()));
    figures.put(Figure.CHARGED_TWICE, books.chargedTwice());
    figures.put(Figure.CHARGED_BUT_FAILED, count(outcomes, isTaken.negate().and(isCharged)));
    figures.put(Figure.TAKEN_BUT_NOT_CHARGED, count(outcomes, isTaken.and(isCharged.negate())));
    figures.put(Figure.DEGRADED, count(outcomes, Outcome::isDegraded));
    figures.put(Figure.CHARGED_LATER, count(outcomes, Outcome::isChargedLater));
    figures.put(Figure.LATENCY_P50, latencies.percentile(50).toMillis());
    figures.put(Figure.LATENCY_P99, latencies.percentile(99).toMillis());
    figures.put(Figure.LATENCY_MAX, latencies.percentile(100).toMillis());
    figures.put(Figure.PAYMENT_REQUESTS, (long) books.requests().get(Kind.PAYMENT));
    figures.put(Figure.RECOMMENDATIONS_REQUESTS, (long) books.requests().get(Kind.RECOMMENDATIONS));
    figures.put(Figure.STOCK_REQUESTS, (long) books.requests().get(Kind.STOCK));
    return new Report(figures);
  }

  /** Reads what {@link #write} wrote. */
  static Report read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    Map<Figure, Long> figures = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      figures.put(figure, Long.valueOf(properties.getProperty(figure.key())));
    }
    return new Report(figures);
  }

  /** Writes the figures as properties, for programs. */
  void write(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      for (Figure figure : Figure.values()) {
        out.write(figure.key() + "=" + figures.get(figure) + "\n");
      }
    }
  }

  private static long count(List<Outcome> outcomes, Predicate<Outcome> condition) {
    return outcomes.stream().filter(condition).count();
  }
}
