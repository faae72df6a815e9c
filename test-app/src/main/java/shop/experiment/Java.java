package shop.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This program in another JVM of the same kind. */
final class Java {
  private Java() {}

  /**
   * A command that starts a main class of this program.
   *
   * @param jvmOptions before the class path
   * @param arguments after the class name
   */
  static ProcessBuilder run(List<String> jvmOptions, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }
}
