package loopback;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates of servers, in the folder that {@code -Dtls} names. */
public final class Tls {

  /** Of the key stores. */
  public static final String PASSWORD = "loopback";

  private Tls() {}

  /** Certified in a way that this JVM trusts. */
  public static SSLContext trusted() {
    return of("trusted.p12");
  }

  /** Certified in a way that this JVM does not trust. */
  public static SSLContext untrusted() {
    return of("untrusted.p12");
  }

  /** Without any certificate. */
  public static SSLContext without() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, null, null);
      return context;
    } catch (GeneralSecurityException lacking) {
      throw new IllegalStateException(lacking);
    }
  }

  private static SSLContext of(String store) {
    char[] password = PASSWORD.toCharArray();
    try (InputStream file = Files.newInputStream(Path.of(System.getProperty("tls"), store))) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(file, password);
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException lacking) {
      throw new IllegalStateException("tls: no " + store, lacking);
    }
  }
}
