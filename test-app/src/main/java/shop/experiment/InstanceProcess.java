package shop.experiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import shop.ServiceAddresses;

/**
 * The JVM of one {@link Instance}; it ends when this is killed or closed, or when this JVM dies.
 */
final class InstanceProcess implements AutoCloseable {
  static final String PORT = "port ";

  private final Process process;
  private final URI address;

  /** Starts it, and waits until it can be asked. */
  InstanceProcess(Fleet fleet, ServiceAddresses services) throws IOException {
    ProcessBuilder java =
        Java.run(
                List.of(
                    "-javaagent:" + fleet.agent(),
                    "-Dholdfast.idempotent.lease=1s",
                    "-Dholdfast.rule.day.match=shop.PaymentClient#charge",
                    "-Dholdfast.rule.day.idempotent.name=charge " + fleet.day(),
                    "-Dholdfast.log=error",
                    "-XX:-PrintWarnings"),
                Instance.class,
                List.of(
                    services.payment().toString(),
                    services.recommendations().toString(),
                    services.stock().toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    // A command line is for everybody to read, and the URL may hold a password.
    java.environment().put("HOLDFAST_STORE", fleet.store());
    process = java.start();
    address = URI.create("http://127.0.0.1:" + port());
  }

  URI address() {
    return address;
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private String port() throws IOException {
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(PORT)) {
        return line.substring(PORT.length());
      }
    }
    throw new IOException("an instance did not start");
  }
}
