package host;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;

/**
 * Felix without any setting of its own. The annotated interface lies in another bundle than the
 * class that implements it; one bundle asks for our package as its tools wrote it, one does not,
 * and one requires it where our annotations' jar is installed as a bundle.
 */
public final class FelixHost {

  private FelixHost() {}

  /**
   * Plays the scenario in each bundle.
   *
   * @param arguments the annotations' jar
   */
  public static void main(String[] arguments) throws Exception {
    String cache = Files.createTempDirectory("felix").toString();
    Framework felix =
        new FrameworkFactory().newFramework(Map.of("org.osgi.framework.storage", cache));
    felix.start();
    install(felix, BundleJar.ports());
    play(felix, BundleJar.scenario("plain", "ports"));
    play(felix, BundleJar.scenario("importing", "ports,dev.holdfast;resolution:=optional"));
    felix.getBundleContext().installBundle(Path.of(arguments[0]).toUri().toString()).start();
    play(felix, BundleJar.scenario("requiring", "ports,dev.holdfast;version=\"[0.1,1)\""));
    felix.stop();
    felix.waitForStop(0);
  }

  @SuppressWarnings("SystemOut")
  private static void play(Framework felix, BundleJar jar) throws Exception {
    Bundle bundle = install(felix, jar);
    Class<?> scenario = bundle.loadClass("shop.Scenario");
    Supplier<?> played = (Supplier<?>) scenario.getConstructor().newInstance();
    Class<?> seen = bundle.loadClass("dev.holdfast.CircuitOpenException");
    System.out.println(jar.name() + " " + played.get() + " exceptions=" + seen.getClassLoader());
  }

  private static Bundle install(Framework felix, BundleJar jar) throws Exception {
    ByteArrayInputStream bytes = new ByteArrayInputStream(jar.bytes());
    Bundle bundle = felix.getBundleContext().installBundle("memory:" + jar.name(), bytes);
    bundle.start();
    return bundle;
  }
}
