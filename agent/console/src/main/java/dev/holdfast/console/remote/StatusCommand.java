package dev.holdfast.console.remote;

import dev.holdfast.weaving.control.Answer;
import dev.holdfast.weaving.control.ShowStatus;
import dev.holdfast.weaving.control.Watcher;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what the agent in a JVM guards, and what came of it. */
@Command(
    name = "status",
    description = "Show every guard of a JVM with its policies and counts, breakers, and problems.")
public final class StatusCommand extends PresentCommand {

  @ArgGroup private Form form = new Form();

  /** One of them, or none. */
  private static final class Form {

    @Option(names = "--json", description = "Print JSON, every attribute included.")
    private boolean isJson;

    @Option(
        names = "--watch",
        description = "Show it anew each second, until Ctrl-C or the end of that JVM.")
    private boolean isWatch;
  }

  /**
   * @param reach finds the JVM
   */
  public StatusCommand(Reach reach) {
    super(reach);
  }

  @Override
  int run(RemoteJvm jvm) throws Unreachable {
    return form.isWatch ? watch(jvm) : ask(jvm, "status", form.isJson ? ShowStatus.JSON : "");
  }

  private int watch(RemoteJvm jvm) throws Unreachable {
    String token = RemoteJvm.token();
    Answer begun = answer(jvm, "watch", Watcher.self(token).text());
    if (!begun.isDone()) {
      return print(begun);
    }
    try {
      Screen screen = Screen.of(Screen.isTerminal(), out());
      Optional<Answer> status = jvm.answer(token);
      while (status.isPresent()) {
        screen.show(status.get().text());
        TimeUnit.SECONDS.sleep(1);
        status = jvm.answer(token);
      }
      return end("the agent has been detached");
    } catch (Unreachable gone) {
      return end("that JVM has ended");
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return end("no longer watched");
    }
  }
}
