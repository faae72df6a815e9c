package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The scenario as two named modules.
 *
 * @param path the module path
 */
record Modules(Path path) {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path DESCRIPTORS = Path.of("src/test/modules");

  /** Compiles them into that folder. */
  static Modules compile(Path folder) throws IOException, InterruptedException {
    Modules modules = new Modules(folder.resolve("modules"));
    modules.compile("ports", "ports/Port.java");
    modules.compile("shop", "shop/Scenario.java", "host/PlainHost.java");
    return modules;
  }

  private void compile(String module, String... sources) throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of("--release", "17", "-g", "-parameters", "-d", path.resolve(module).toString()));
    arguments.addAll(List.of("--module-path", path + ":" + Hosts.annotations()));
    arguments.add(DESCRIPTORS.resolve(module).resolve("module-info.java").toString());
    for (String source : sources) {
      arguments.add(SOURCES.resolve(source).toString());
    }
    run(Jdk.own(), "javac", arguments);
  }

  /** An image of a JDK with these modules and what an agent needs. */
  Jdk linked(Jdk jdk, Path image) throws IOException, InterruptedException {
    run(
        jdk,
        "jlink",
        List.of(
            "--module-path",
            path.toString(),
            "--add-modules",
            "shop,java.instrument",
            "--output",
            image.toString()));
    return new Jdk(image, jdk.feature());
  }

  private static void run(Jdk jdk, String tool, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(jdk.home().resolve("bin").resolve(tool).toString());
    command.addAll(arguments);
    Path printed = Files.createTempFile(tool, ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).describedAs(Files.readString(printed)).isZero();
  }
}
