package calls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import loopback.Tls;

/** Certificates for the loopback interface, made once by the JDK's own tool. */
final class Certificates {

  private static final Path FOLDER = Path.of(System.getProperty("holdfast.clients"), "tls");

  private Certificates() {}

  /** Options of a JVM that trusts one of two servers. */
  static synchronized String[] options() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    make("trusted.p12");
    make("untrusted.p12");
    return new String[] {
      "-Dtls=" + FOLDER,
      "-Djavax.net.ssl.trustStore=" + FOLDER.resolve("trusted.p12"),
      "-Djavax.net.ssl.trustStorePassword=" + Tls.PASSWORD
    };
  }

  private static void make(String name) throws IOException, InterruptedException {
    Path store = FOLDER.resolve(name);
    if (Files.exists(store)) {
      return;
    }
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                List.of(
                    keytool,
                    "-genkeypair",
                    "-alias",
                    "loopback",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "SAN=dns:localhost,ip:127.0.0.1",
                    "-validity",
                    "3650",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    Tls.PASSWORD,
                    "-keystore",
                    store.toString()))
            .inheritIO()
            .start();
    if (made.waitFor() != 0) {
      throw new IOException("no certificate: keytool ended with " + made.exitValue());
    }
  }
}
