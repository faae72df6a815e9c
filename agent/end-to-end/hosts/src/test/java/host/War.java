package host;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * A webapp as a file.
 *
 * @param name of the file, without its end, and so its path
 * @param servlet the class that answers every request
 * @param classFiles of it, without their ends
 * @param hasAnnotations whether our annotations' jar is in {@code WEB-INF/lib}
 */
record War(String name, String servlet, List<String> classFiles, boolean hasAnnotations) {

  private static final String DESCRIPTOR =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <servlet>
          <servlet-name>all</servlet-name>
          <servlet-class>%s</servlet-class>
        </servlet>
        <servlet-mapping>
          <servlet-name>all</servlet-name>
          <url-pattern>/*</url-pattern>
        </servlet-mapping>
      </web-app>
      """;

  /** Plays the scenario. */
  static War scenario(String name, boolean hasAnnotations) {
    return new War(
        name,
        "shop.ScenarioServlet",
        List.of("shop/ScenarioServlet", "shop/Scenario", "ports/Port"),
        hasAnnotations);
  }

  /** Plays the scenario, and moves to other threads. */
  static War busy(String name) {
    return new War(
        name,
        "shop.BusyServlet",
        List.of("shop/BusyServlet", "shop/Moves", "shop/Scenario", "ports/Port"),
        false);
  }

  /** Beans with transactions. */
  static War bank() {
    return new War(
        "bank",
        "bank.BankServlet",
        List.of(
            "bank/BankServlet",
            "bank/Account",
            "bank/Transfer",
            "bank/Teller",
            "bank/Book",
            "bank/Book$End"),
        false);
  }

  /** Writes the file. */
  void pack(Path to) throws IOException {
    try (OutputStream file = Files.newOutputStream(to);
        JarOutputStream war = new JarOutputStream(file)) {
      put(war, "WEB-INF/web.xml", DESCRIPTOR.formatted(servlet).getBytes(StandardCharsets.UTF_8));
      for (String classFile : classFiles) {
        String entry = classFile + ".class";
        put(war, "WEB-INF/classes/" + entry, Webapp.bytes(entry));
      }
      if (hasAnnotations) {
        byte[] jar = Files.readAllBytes(Hosts.annotations());
        put(war, "WEB-INF/lib/holdfast-annotations.jar", jar);
      }
    }
  }

  private static void put(JarOutputStream war, String name, byte[] bytes) throws IOException {
    war.putNextEntry(new JarEntry(name));
    war.write(bytes);
  }
}
