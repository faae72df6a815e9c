package dev.holdfast.core.view;

import java.util.ArrayList;
import java.util.List;

/** Rows of texts in aligned columns, two spaces apart; for terminals. */
public final class TextTable {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** A table without rows. */
  public TextTable(String... heads) {
    rows.add(List.of(heads));
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has not as many cells as the table has columns
   */
  public void add(String... cells) {
    int columns = rows.get(0).size();
    if (cells.length != columns) {
      throw new IllegalArgumentException("cells: " + cells.length + " (expected: " + columns + ")");
    }
    rows.add(List.of(cells));
  }

  /** The table's lines, each ended; a column of numbers stands at its right edge. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        String gap = " ".repeat(width(column) - cell.length());
        line.append(isNumeric(column) ? gap + cell : cell + gap).append(GAP);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private boolean isNumeric(int column) {
    return rows.size() > 1
        && rows.stream()
            .skip(1)
            .map(row -> row.get(column))
            .allMatch(cell -> cell.chars().allMatch(c -> c >= '0' && c <= '9'));
  }
}
