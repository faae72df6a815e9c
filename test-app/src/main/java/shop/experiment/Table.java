package shop.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reports side by side, for people. */
final class Table {
  private static final int LABEL_WIDTH = 30;
  private static final int COLUMN_WIDTH = 15;

  private Table() {}

  /**
   * One line for each figure, the title line first.
   *
   * @param columns titles and their reports, in order
   */
  static List<String> of(Map<String, Report> columns) {
    List<String> lines = new ArrayList<>();
    lines.add(line("", columns.keySet()));
    for (Figure figure : Figure.values()) {
      lines.add(
          line(
              figure.label(),
              columns.values().stream().map(report -> report.figures().get(figure)).toList()));
    }
    return lines;
  }

  private static String line(String label, Iterable<?> cells) {
    StringBuilder line = new StringBuilder(String.format("%-" + LABEL_WIDTH + "s", label));
    for (Object cell : cells) {
      line.append(String.format("%" + COLUMN_WIDTH + "s", cell));
    }
    return line.toString();
  }
}
