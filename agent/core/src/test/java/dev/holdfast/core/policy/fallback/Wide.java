package dev.holdfast.core.policy.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;

/**
 * A class whose methods have as many parameters as a method can have, almost. Generated: written
 * down it would be a thousand lines.
 */
final class Wide {

  private static final int MOST = 253;

  private Wide() {}

  /** Compiles it there: {@code wide} has a fallback that takes the failure, {@code linked} not. */
  static Class<?> compile(Path folder) throws Exception {
    Path source = Files.writeString(folder.resolve("Wide.java"), source());
    String classPath = System.getProperty("java.class.path");
    int errors =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, "-d", folder.toString(), source.toString());
    assertThat(errors).isZero();
    URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
    return loader.loadClass("shop.Wide");
  }

  private static String source() {
    return """
        package shop;

        public class Wide {
          @dev.holdfast.Fallback(method = "other") int wide(PARAMETERS) { return p0 + p1; }
          int other(PARAMETERS, Throwable failure) { return p0 + p1; }
          @dev.holdfast.Fallback(method = "widest") int linked(PARAMETERS) { return p0 + p1; }
          int widest(PARAMETERS) { return p0 + p1; }
        }
        """
        .replace(
            "PARAMETERS",
            IntStream.range(0, MOST)
                .mapToObj(index -> "int p" + index)
                .collect(Collectors.joining(", ")));
  }
}
