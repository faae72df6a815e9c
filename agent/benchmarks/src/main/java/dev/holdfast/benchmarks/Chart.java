package dev.holdfast.benchmarks;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/**
 * A plot of benchmark results as SVG: one bar each, on a logarithmic scale, because a peer may cost
 * a hundred times what a loop by hand costs.
 *
 * @param bars from top to bottom
 */
record Chart(List<Bar> bars) {

  private static final int LINE = 22;
  private static final int LABELS = 250;
  private static final int DECADE = 110;

  /** No bar is shorter than one of this value would be, in nanoseconds. */
  private static final double LEAST = 0.3;

  /**
   * One benchmark.
   *
   * @param name the benchmark's method
   * @param nanos nanoseconds a call
   */
  record Bar(String name, double nanos) {

    private static Bar of(RunResult result) {
      String name = result.getParams().getBenchmark();
      return new Bar(
          name.substring(name.lastIndexOf('.') + 1), result.getPrimaryResult().getScore());
    }

    /** Benchmarks are named by a letter for the work, a number, and who does it. */
    private String label() {
      return name.substring(2).replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private boolean isWoven() {
      return name.endsWith("Woven");
    }
  }

  /** The results in the order of their names. */
  static Chart of(Collection<RunResult> results) {
    return new Chart(
        results.stream().map(Bar::of).sorted(Comparator.comparing(Bar::name)).toList());
  }

  String svg() {
    int height = LINE * (bars.size() + 1);
    StringBuilder rows = new StringBuilder();
    for (int index = 0; index < bars.size(); index++) {
      rows.append(row(bars.get(index), LINE * index + LINE / 2));
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 %d" font-family="sans-serif" font-size="13">
        <rect width="800" height="%d" fill="#fff"/>
        %s</svg>
        """
        .formatted(height, height, rows);
  }

  private static String row(Bar bar, int top) {
    double width = DECADE * Math.log10(Math.max(bar.nanos, LEAST * 1.05) / LEAST);
    return List.of(
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                .formatted(LABELS - 8, top + 15, bar.label()),
            "<rect x=\"%d\" y=\"%d\" width=\"%.0f\" height=\"%d\" fill=\"%s\"/>"
                .formatted(LABELS, top + 3, width, LINE - 6, bar.isWoven() ? "#1a7f5a" : "#b8c0c8"),
            "<text x=\"%.0f\" y=\"%d\">%.1f ns</text>"
                .formatted(LABELS + width + 6, top + 15, bar.nanos))
        .stream()
        .collect(Collectors.joining("", "", "\n"));
  }
}
