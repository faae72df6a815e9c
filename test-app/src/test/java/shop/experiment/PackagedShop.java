package shop.experiment;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import java.io.IOException;
import java.nio.file.Path;

/** The shop as a user runs it: {@code java -jar test-app.jar}. */
final class PackagedShop {
  static final Path JAR = Path.of("target", "test-app.jar");

  private PackagedShop() {}

  static ForkedJvm.Result run(Jdk jdk, String... arguments)
      throws IOException, InterruptedException {
    return ForkedJvm.of(jdk).runJar(JAR, arguments);
  }
}
