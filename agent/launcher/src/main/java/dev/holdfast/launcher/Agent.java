package dev.holdfast.launcher;

import java.io.IOException;
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
    start("start", arguments, instrumentation);
  }

  /** Starts the agent in a JVM that runs already, or hands it a request of the command line. */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    if (arguments == null || !arguments.startsWith(Mailbox.REQUEST)) {
      start("attach", arguments, instrumentation);
    } else {
      Mailbox.put(arguments, answer(arguments, instrumentation));
    }
  }

  /** The command line. */
  public static void main(String[] arguments) throws Throwable {
    JarFile jar = AgentJar.open();
    try {
      new AgentLoader(jar, Agent.class.getClassLoader())
          .loadClass(CONSOLE)
          .getMethod("main", String.class, String[].class)
          .invoke(null, jar.getName(), arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause() == null ? failed : failed.getCause();
    }
  }

  private static void start(
      String how, @Nullable String arguments, Instrumentation instrumentation) {
    try {
      engine(instrumentation)
          .getMethod(how, String.class, Instrumentation.class)
          .invoke(null, arguments, instrumentation);
    } catch (Throwable failure) {
      report(failure);
    }
  }

  /** The answer of the engine that runs, or of a new one. */
  private static String answer(String request, Instrumentation instrumentation) {
    try {
      Object answer =
          isInBootLoader()
              ? Class.forName(BRIDGE, true, null)
                  .getMethod("ask", String.class)
                  .invoke(null, request)
              : null;
      return answer != null
          ? (String) answer
          : (String)
              engine(instrumentation)
                  .getMethod("answer", String.class, Instrumentation.class)
                  .invoke(null, request, instrumentation);
    } catch (Throwable failure) {
      return "failed\nthe agent failed in that JVM: " + report(failure);
    }
  }

  private static Class<?> engine(Instrumentation instrumentation)
      throws IOException, ClassNotFoundException {
    JarFile jar = AgentJar.open();
    if (!isInBootLoader()) {
      instrumentation.appendToBootstrapClassLoaderSearch(jar);
    }
    return new AgentLoader(jar, ClassLoader.getPlatformClassLoader()).loadClass(ENGINE);
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
  private static Throwable report(Throwable failure) {
    Throwable cause = failure.getCause();
    Throwable told =
        failure instanceof InvocationTargetException && cause != null ? cause : failure;
    System.err.println("holdfast: the agent did not start; the application runs without it");
    told.printStackTrace();
    return told;
  }
}
