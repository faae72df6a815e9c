package servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs when all others have, and so knows every row. */
@Order(Integer.MAX_VALUE)
class TableIT {

  private static final Path DOCUMENT = Path.of("../../docs/servers.md");

  @Test
  @SuppressWarnings("SystemOut")
  void documentHoldsTheTableThatTheTestsMade() throws Exception {
    System.out.println(String.join("\n", Table.lines()));
    List<String> documented =
        Files.readAllLines(DOCUMENT).stream().filter(line -> line.startsWith("|")).toList();

    assertThat(documented)
        .describedAs("agent/docs/servers.md; copy the table of target/servers.md to it")
        .containsExactlyElementsOf(Table.lines());
  }
}
