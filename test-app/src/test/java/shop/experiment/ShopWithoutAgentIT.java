package shop.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged shop is a program of its own: its annotations do nothing by themselves. */
final class ShopWithoutAgentIT {

  @ParameterizedTest
  @MethodSource("dev.holdfast.testkit.Jdk#tested")
  void failsAsUnannotatedCodeDoes(Jdk jdk, @TempDir Path directory) throws Exception {
    Path file = directory.resolve("day.properties");

    ForkedJvm.Result run = PackagedShop.run(jdk, "--orders", "100", "--report", file.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    Map<Figure, Long> figures = Report.read(file).figures();
    assertThat(figures.get(Figure.PLACED)).isEqualTo(100);
    assertThat(figures.get(Figure.FAILED)).isPositive();
    assertThat(figures.get(Figure.CHARGED_TWICE)).isPositive();
    assertThat(figures.get(Figure.TAKEN_BUT_NOT_CHARGED)).isZero();
    assertThat(figures.get(Figure.DEGRADED)).isZero();
  }

  @Test
  void printsProgressAndATable() throws Exception {
    ForkedJvm.Result run = PackagedShop.run(Jdk.own(), "--orders", "30");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("(?m)^  1 s +\\d+ of 30 orders")
        .containsPattern("(?m)^orders placed +30$")
        .containsPattern("(?m)^requests to payment +\\d+$");
  }

  @Test
  void saysWhatIsWrongWithItsCommandLineInOneLine() throws Exception {
    assertThat(PackagedShop.run(Jdk.own(), "--orders", "none"))
        .isEqualTo(
            new ForkedJvm.Result(
                2, "", "--orders: none (expected: a whole number from 1 to 2000)\n"));
    assertThat(PackagedShop.run(Jdk.own(), "--help"))
        .isEqualTo(new ForkedJvm.Result(0, Options.HELP, ""));
  }

  @Test
  void containsNoClassesButItsOwn() throws IOException {
    try (JarFile jar = new JarFile(PackagedShop.JAR.toFile())) {
      assertThat(jar.stream().map(JarEntry::getName).filter(name -> name.endsWith(".class")))
          .isNotEmpty()
          .allMatch(name -> name.startsWith("shop/"));
    }
  }
}
