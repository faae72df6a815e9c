package dev.holdfast.launcher;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * The entry of the agent jar, for the JVM ({@code -javaagent}, attach) and for {@code java -jar}.
 *
 * <p>It names none of our types but the loader, because what it names would be looked for before
 * the jar is in the boot loader's search. It never throws: an agent that throws ends the JVM.
 */
public final class Agent {

  private static final String BRIDGE = "dev.holdfast.bridge.Bootstrap";
  private static final String ENGINE = "dev.holdfast.weaving.Engine";
  private static final String CONSOLE = "dev.holdfast.console.Main";

  private Agent() {}

  /** Starts the agent before the application's {@code main}. */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation);
  }

  /** Starts the agent in a JVM that runs already. */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation);
  }

  /** The command line. */
  public static void main(String[] arguments) throws Throwable {
    AgentLoader loader = new AgentLoader(AgentJar.open(), Agent.class.getClassLoader());
    try {
      loader.loadClass(CONSOLE).getMethod("main", String[].class).invoke(null, (Object) arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause() == null ? failed : failed.getCause();
    }
  }

  private static void start(@Nullable String arguments, Instrumentation instrumentation) {
    try {
      JarFile jar = AgentJar.open();
      if (!isInBootLoader()) {
        instrumentation.appendToBootstrapClassLoaderSearch(jar);
      }
      new AgentLoader(jar, ClassLoader.getPlatformClassLoader())
          .loadClass(ENGINE)
          .getMethod("start", String.class, Instrumentation.class)
          .invoke(null, arguments, instrumentation);
    } catch (Throwable failure) {
      Throwable cause = failure.getCause();
      report(failure instanceof InvocationTargetException && cause != null ? cause : failure);
    }
  }

  /** True where the manifest's {@code Boot-Class-Path} or {@code -Xbootclasspath/a} did it. */
  private static boolean isInBootLoader() {
    try {
      Class.forName(BRIDGE, false, null);
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  @SuppressWarnings("SystemOut") // nothing else is there yet to report by
  private static void report(Throwable failure) {
    System.err.println("holdfast: the agent did not start; the application runs without it");
    failure.printStackTrace();
  }
}
