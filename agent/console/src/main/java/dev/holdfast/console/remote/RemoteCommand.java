package dev.holdfast.console.remote;

import dev.holdfast.weaving.control.Answer;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that is about one JVM. */
@Command
abstract class RemoteCommand implements Callable<Integer> {

  private final Reach reach;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "PID", description = "The process, as list shows it.")
  private long pid;

  RemoteCommand(Reach reach) {
    this.reach = reach;
  }

  /** Does what the command is for; the exit code. */
  abstract int run(RemoteJvm jvm) throws Unreachable;

  @Override
  public final Integer call() {
    try (RemoteJvm jvm = reach.jvm(pid)) {
      return run(jvm);
    } catch (Unreachable told) {
      return fail(told.sentence());
    } catch (NoClassDefFoundError missing) {
      return fail(Reach.withoutJdkAttach(missing));
    }
  }

  /** Prints what was answered. */
  final int print(Answer answer) {
    if (!answer.isDone()) {
      return fail(pid + ": " + answer.text());
    }
    out().println(answer.text());
    return ExitCode.OK;
  }

  /** Prints what became of the process; nobody failed. */
  final int end(String sentence) {
    out().println(pid + ": " + sentence);
    return ExitCode.OK;
  }

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private int fail(String sentence) {
    spec.commandLine().getErr().println(sentence);
    return ExitCode.SOFTWARE;
  }
}
