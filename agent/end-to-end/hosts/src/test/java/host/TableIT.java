package host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.testkit.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs when all others have, and so knows every row. What runs in {@code mvn verify} makes the
 * document's first table, application servers make the second.
 */
@Tag("table")
@Order(Integer.MAX_VALUE)
class TableIT {

  private static final Path DOCUMENT = Path.of("../../docs/hosts.md");
  private static final String SECOND = "## Application servers";

  @Test
  void documentHoldsTheTableThatTheTestsMade() throws IOException {
    List<Integer> jdks = Jdk.tested().stream().map(Jdk::feature).toList();
    assumeTrue(jdks.equals(List.of(17, 25)), "JDKs: " + jdks + " (expected: 17 and 25)");

    List<String> lines = Files.readAllLines(DOCUMENT);
    int second = lines.indexOf(SECOND);
    List<String> documented =
        (Boolean.getBoolean("holdfast.application-servers")
                ? lines.subList(second, lines.size())
                : lines.subList(0, second))
            .stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| host |"))
                .map(TableIT::withoutFigures)
                .toList();

    assertThat(documented)
        .describedAs("agent/docs/hosts.md; copy the table of target/hosts.md to it")
        .containsExactlyElementsOf(Table.rows());
  }

  /** The last column holds what is another in each run. */
  private static String withoutFigures(String row) {
    int last = row.lastIndexOf('|', row.length() - 2);
    return row.substring(0, last + 2);
  }
}
