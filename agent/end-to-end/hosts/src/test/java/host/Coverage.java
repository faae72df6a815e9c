package host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.tools.ExecFileLoader;

/**
 * What JaCoCo tells of one class.
 *
 * @param isMatched whether what ran is the class as it was compiled
 * @param covered the numbers of its covered lines
 * @param missed its lines that were never reached, as they are written
 */
record Coverage(boolean isMatched, List<Integer> covered, List<String> missed) {

  /** Analyses what was written while the program ran. */
  static Coverage of(Path written, String className) throws IOException {
    ExecFileLoader loader = new ExecFileLoader();
    loader.load(written.toFile());
    CoverageBuilder builder = new CoverageBuilder();
    byte[] compiled = Webapp.bytes(className + ".class");
    new Analyzer(loader.getExecutionDataStore(), builder).analyzeClass(compiled, className);
    IClassCoverage found = builder.getClasses().iterator().next();
    List<String> source = Files.readAllLines(Path.of("src/main/java", className + ".java"));
    return new Coverage(
        !found.isNoMatch(),
        lines(found, ICounter.FULLY_COVERED).boxed().toList(),
        lines(found, ICounter.NOT_COVERED).mapToObj(line -> source.get(line - 1).strip()).toList());
  }

  private static IntStream lines(IClassCoverage found, int status) {
    return IntStream.rangeClosed(found.getFirstLine(), found.getLastLine())
        .filter(line -> found.getLine(line).getStatus() == status);
  }
}
