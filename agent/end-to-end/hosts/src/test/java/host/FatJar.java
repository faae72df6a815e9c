package host;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;

/** A jar as Spring Boot packs it: its loader at the root, libraries as jars inside. */
final class FatJar {

  private FatJar() {}

  /** Packs the scenario and our annotations' jar with that loader. */
  static void pack(Path to, Path loader) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(
        Attributes.Name.MAIN_CLASS, "org.springframework.boot.loader.launch.JarLauncher");
    attributes.putValue("Start-Class", "host.PlainHost");
    attributes.putValue("Spring-Boot-Classes", "BOOT-INF/classes/");
    attributes.putValue("Spring-Boot-Lib", "BOOT-INF/lib/");
    try (OutputStream file = Files.newOutputStream(to);
        JarOutputStream jar = new JarOutputStream(file, manifest)) {
      unpack(loader, jar);
      jar.putNextEntry(new JarEntry("BOOT-INF/classes/"));
      for (String name : new String[] {"host/PlainHost", "shop/Scenario", "ports/Port"}) {
        jar.putNextEntry(new JarEntry("BOOT-INF/classes/" + name + ".class"));
        jar.write(Webapp.bytes(name + ".class"));
      }
      store(jar, "BOOT-INF/lib/holdfast-annotations.jar", annotations());
    }
  }

  private static void unpack(Path loader, JarOutputStream into) throws IOException {
    try (JarFile classes = new JarFile(loader.toFile())) {
      for (JarEntry entry :
          classes.stream().filter(each -> each.getName().endsWith(".class")).toList()) {
        into.putNextEntry(new JarEntry(entry.getName()));
        into.write(classes.getInputStream(entry).readAllBytes());
      }
    }
  }

  /** Our jar, whose classes are of no use here: the agent's are everybody's. */
  private static byte[] annotations() throws IOException {
    Path annotations = Hosts.annotations();
    if (!Files.isDirectory(annotations)) {
      return Files.readAllBytes(annotations);
    }
    throw new IOException("annotations: " + annotations + " (expected: a jar). Run by verify.");
  }

  /** Jars inside are not compressed. */
  private static void store(JarOutputStream jar, String name, byte[] bytes) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    JarEntry entry = new JarEntry(name);
    entry.setMethod(JarEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(checksum.getValue());
    jar.putNextEntry(entry);
    jar.write(bytes);
  }
}
