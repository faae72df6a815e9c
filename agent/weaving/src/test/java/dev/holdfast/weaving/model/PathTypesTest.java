package dev.holdfast.weaving.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.type.ClassModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PathTypesTest {

  private static final Map<String, byte[]> CLASSES =
      ClassBytes.compiled("package shop; class Cart {} class Item {} class Price {}");

  @TempDir Path folder;

  @Test
  void findsClassesInFoldersJarsAndTheJdk() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes/shop"));
    Files.write(classes.resolve("Cart.class"), bytes("shop.Cart"));
    Path jar = folder.resolve("lib.jar");
    Files.write(jar, jar(Map.of("shop/Item.class", bytes("shop.Item"))));

    try (PathTypes types = new PathTypes(List.of(folder.resolve("classes"), jar))) {
      assertThat(types.find("shop.Cart")).map(ClassModel::name).contains("shop.Cart");
      assertThat(types.find("shop.Item")).map(ClassModel::name).contains("shop.Item");
      assertThat(types.find("java.util.List")).isPresent();
      assertThat(types.find("shop.Price")).isEmpty();
    }
  }

  @Test
  void findsWhatExecutableJarsAndWebArchivesNest() throws IOException {
    byte[] library = jar(Map.of("shop/Price.class", bytes("shop.Price")));
    Path boot = folder.resolve("boot.jar");
    Files.write(
        boot,
        jar(
            Map.of(
                "BOOT-INF/classes/shop/Cart.class",
                bytes("shop.Cart"),
                "BOOT-INF/lib/price.jar",
                library)));
    Path web = folder.resolve("web.war");
    Files.write(web, jar(Map.of("WEB-INF/classes/shop/Item.class", bytes("shop.Item"))));

    try (PathTypes types = new PathTypes(List.of(boot, web))) {
      assertThat(List.of("shop.Cart", "shop.Item", "shop.Price"))
          .allSatisfy(name -> assertThat(types.find(name)).isPresent());
      assertThat(types.roots()).hasSize(5);
    }
  }

  @Test
  void reportsANestedJarThatIsBroken() throws IOException {
    Path boot = folder.resolve("boot.jar");
    Files.write(
        boot,
        jar(
            Map.of(
                "BOOT-INF/classes/shop/Cart.class",
                bytes("shop.Cart"),
                "BOOT-INF/lib/broken.jar",
                new byte[100])));

    try (PathTypes types = new PathTypes(List.of(boot))) {
      assertThat(types.find("shop.Cart")).isPresent();
      assertThat(types.unreadable()).hasToString("[/BOOT-INF/lib/broken.jar]");
    }
  }

  @Test
  void refusesAPathThatIsNeitherJarNorFolder() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no jar");

    for (Path path : List.of(text, folder.resolve("missing.jar"))) {
      assertThatThrownBy(() -> new PathTypes(List.of(path)))
          .isInstanceOf(IOException.class)
          .hasMessage("path: " + path + " (expected: a jar or a folder of class files)");
    }
  }

  private static byte[] bytes(String name) {
    return CLASSES.getOrDefault(name, new byte[0]);
  }

  /** Entries stored, as Spring Boot stores the jars that it nests. */
  private static byte[] jar(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        JarEntry entry = new JarEntry(each.getKey());
        CRC32 checksum = new CRC32();
        checksum.update(each.getValue());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(each.getValue().length);
        entry.setCrc(checksum.getValue());
        jar.putNextEntry(entry);
        jar.write(each.getValue());
        jar.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
