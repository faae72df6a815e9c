package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What old applications and modular ones need of the jar. */
final class ClassFilesTest {
  private static final int JAVA_8 = 52;
  private static final Path CLASSES = Path.of("target", "classes");

  @Test
  void everyClassIsReadableByJava8() throws IOException {
    for (Path classFile : classFiles()) {
      assertThat(major(classFile)).as(classFile.toString()).isEqualTo(JAVA_8);
    }
  }

  @Test
  void theModuleIsNamedAndExportsItsPackageOnly() throws IOException {
    try (InputStream in =
        Files.newInputStream(CLASSES.resolve("META-INF/versions/9/module-info.class"))) {
      ModuleDescriptor module = ModuleDescriptor.read(in);

      assertThat(module.name()).isEqualTo("dev.holdfast");
      assertThat(module.exports())
          .extracting(ModuleDescriptor.Exports::source)
          .containsExactly("dev.holdfast");
      assertThat(module.requires())
          .extracting(ModuleDescriptor.Requires::name)
          .containsExactly("java.base");
    }
  }

  private static List<Path> classFiles() throws IOException {
    try (Stream<Path> files = Files.walk(CLASSES.resolve("dev"))) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".class")).toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  private static int major(Path classFile) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(classFile))) {
      in.skipNBytes(6); // magic and minor version
      return in.readUnsignedShort();
    }
  }
}
