package host;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.Supplier;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;

/**
 * Felix without any setting of its own. The annotated interface lies in another bundle than the
 * class that implements it; one bundle asks for our package as its tools wrote it, one does not.
 */
public final class FelixHost {

  private FelixHost() {}

  /** Plays the scenario in each bundle. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    String cache = Files.createTempDirectory("felix").toString();
    Framework felix =
        new FrameworkFactory().newFramework(Map.of("org.osgi.framework.storage", cache));
    felix.start();
    install(felix, "ports", "Export-Package", "ports", "ports/Port.class");
    play(felix, "plain", "ports");
    play(felix, "importing", "ports, dev.holdfast;resolution:=optional");
    felix.stop();
    felix.waitForStop(0);
  }

  @SuppressWarnings("SystemOut")
  private static void play(Framework felix, String name, String imports) throws Exception {
    Bundle bundle = install(felix, name, "Import-Package", imports, "shop/Scenario.class");
    Class<?> scenario = bundle.loadClass("shop.Scenario");
    Supplier<?> played = (Supplier<?>) scenario.getConstructor().newInstance();
    System.out.println(name + " " + played.get());
  }

  private static Bundle install(
      Framework felix, String name, String header, String packages, String classFile)
      throws Exception {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Bundle-ManifestVersion", "2");
    attributes.putValue("Bundle-SymbolicName", name);
    attributes.putValue(header, packages);
    InputStream jar = new ByteArrayInputStream(jar(manifest, classFile));
    Bundle bundle = felix.getBundleContext().installBundle("memory:" + name, jar);
    bundle.start();
    return bundle;
  }

  private static byte[] jar(Manifest manifest, String classFile) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      jar.putNextEntry(new JarEntry(classFile));
      jar.write(Webapp.bytes(classFile));
    }
    return bytes.toByteArray();
  }
}
