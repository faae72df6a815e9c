package dev.holdfast.launcher;

import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.jar.JarFile;

/** Finds the jar that this code comes from, whichever loader it came through. */
final class AgentJar {

  private AgentJar() {}

  static JarFile open() throws IOException {
    String resource = AgentJar.class.getName().replace('.', '/') + ".class";
    URL location = ClassLoader.getSystemResource(resource);
    if (location == null || !location.getProtocol().equals("jar")) {
      throw new IOException(
          "the agent's jar was not found at " + location + " (expected: a jar file)");
    }
    String path = ((JarURLConnection) location.openConnection()).getJarFileURL().getPath();
    return new JarFile(
        new File(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8)), false);
  }
}
