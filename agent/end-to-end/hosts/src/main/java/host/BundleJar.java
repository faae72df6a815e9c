package host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A bundle of classes of the application.
 *
 * @param name its symbolic name
 * @param headers of its manifest, beside the name
 * @param classFiles in it, {@code shop/Scenario.class}
 */
record BundleJar(String name, Map<String, String> headers, List<String> classFiles) {

  /** A bundle that exports the annotated interface. */
  static BundleJar ports() {
    return new BundleJar("ports", Map.of("Export-Package", "ports"), List.of("ports/Port.class"));
  }

  /** A bundle with the scenario, which imports these packages. */
  static BundleJar scenario(String name, String imports) {
    return new BundleJar(name, Map.of("Import-Package", imports), List.of("shop/Scenario.class"));
  }

  /** The same, which plays the scenario when it starts. */
  BundleJar playing() {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.merge("Import-Package", "org.osgi.framework", (old, more) -> old + "," + more);
    all.put("Bundle-Activator", "shop.ScenarioActivator");
    return new BundleJar(name, all, List.of("shop/Scenario.class", "shop/ScenarioActivator.class"));
  }

  byte[] bytes() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Bundle-ManifestVersion", "2");
    attributes.putValue("Bundle-SymbolicName", name);
    headers.forEach(attributes::putValue);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      for (String classFile : classFiles) {
        jar.putNextEntry(new JarEntry(classFile));
        jar.write(Webapp.bytes(classFile));
      }
    }
    return bytes.toByteArray();
  }
}
