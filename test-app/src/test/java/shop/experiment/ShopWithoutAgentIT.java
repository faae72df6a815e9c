package shop.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged shop is a program of its own: its annotations do nothing by themselves. */
final class ShopWithoutAgentIT {

  @Test
  void failsAsUnannotatedCodeDoes(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("day.properties");

    Jar.Run run = Jar.run("--orders", "100", "--report", file.toString());

    assertThat(run.exit()).as(run.output()).isZero();
    Map<Figure, Long> figures = Report.read(file).figures();
    assertThat(figures.get(Figure.PLACED)).isEqualTo(100);
    assertThat(figures.get(Figure.FAILED)).isPositive();
    assertThat(figures.get(Figure.CHARGED_TWICE)).isPositive();
    assertThat(figures.get(Figure.TAKEN_BUT_NOT_CHARGED)).isZero();
    assertThat(figures.get(Figure.DEGRADED)).isZero();
  }

  @Test
  void printsProgressAndATable() throws Exception {
    Jar.Run run = Jar.run("--orders", "30");

    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output())
        .containsPattern("(?m)^  1 s +\\d+ of 30 orders")
        .containsPattern("(?m)^orders placed +30$")
        .containsPattern("(?m)^requests to payment +\\d+$");
  }

  @Test
  void saysWhatIsWrongWithItsCommandLineInOneLine() throws Exception {
    assertThat(Jar.run("--orders", "none"))
        .isEqualTo(new Jar.Run(2, "--orders: none (expected: a whole number from 1 to 2000)\n"));
    assertThat(Jar.run("--help")).isEqualTo(new Jar.Run(0, Options.HELP));
  }

  @Test
  void containsNoClassesButItsOwn() throws IOException {
    try (JarFile jar = new JarFile(Jar.PATH.toFile())) {
      assertThat(jar.stream().map(JarEntry::getName).filter(name -> name.endsWith(".class")))
          .isNotEmpty()
          .allMatch(name -> name.startsWith("shop/"));
    }
  }
}
