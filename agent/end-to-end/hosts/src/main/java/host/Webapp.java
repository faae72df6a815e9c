package host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A webapp as a folder.
 *
 * @param path of its context, {@code /one}
 * @param folder that holds {@code WEB-INF}
 */
record Webapp(String path, Path folder) {

  static final String SERVLET = "shop.ScenarioServlet";

  private static final List<String> CLASSES =
      List.of(
          "shop/Scenario.class",
          "shop/Moves.class",
          "ports/Port.class",
          "shop/ScenarioServlet.class",
          "shop/BusyServlet.class");

  /** One webapp, without our annotations' jar. */
  static Webapp one() throws IOException {
    return packed("/one");
  }

  /** Two webapps with the same classes: one has our annotations' jar, the other has not. */
  static List<Webapp> two(Path annotations) throws IOException {
    Webapp one = packed("/one");
    Webapp two = packed("/two");
    Path lib = Files.createDirectories(two.folder.resolve("WEB-INF/lib"));
    Files.copy(annotations, lib.resolve("holdfast-annotations.jar"));
    return List.of(one, two);
  }

  private static Webapp packed(String path) throws IOException {
    Path folder = Files.createTempDirectory("webapp");
    Path classes = folder.resolve("WEB-INF/classes");
    for (String name : CLASSES) {
      Path file = classes.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes(name));
    }
    return new Webapp(path, folder);
  }

  /** A class file of the application. */
  static byte[] bytes(String name) {
    try (InputStream stream = Webapp.class.getClassLoader().getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException("class file: " + name + " (expected: one of ours)");
      }
      return stream.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
