package dev.holdfast.weaving;

import dev.holdfast.core.Version;
import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.pipeline.Guard;
import dev.holdfast.core.pipeline.Guards;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the command line about the engine that runs. */
final class Control implements UnaryOperator<String> {

  private static final Logger LOG = LoggerFactory.getLogger(Control.class);

  private final Guards guards;
  private final Supplier<Configuration> configuration;
  private final Problems problems;
  private final Detaching detaching;

  Control(
      Guards guards,
      Supplier<Configuration> configuration,
      Problems problems,
      Detaching detaching) {
    this.guards = guards;
    this.configuration = configuration;
    this.problems = problems;
    this.detaching = detaching;
  }

  @Override
  public String apply(String text) {
    Optional<Request> request = Request.parse(text);
    return FirstContact.refusal(request, Version.TEXT)
        .orElseGet(() -> answer(request.orElseThrow()))
        .line();
  }

  private Answer answer(Request request) {
    return switch (request.command()) {
      case "attach" ->
          new Answer(
              false,
              "holdfast "
                  + Version.TEXT
                  + " is in that JVM already (expected: attached once). See: status PID");
      case "detach" -> detach();
      default ->
          new Answer(
              false,
              request.command() + ": not a request that holdfast " + Version.TEXT + " knows");
    };
  }

  private Answer detach() {
    try {
      return detached(detaching.detach());
    } catch (ReflectiveOperationException | RuntimeException | LinkageError fault) {
      LOG.error("the agent was detached in part", fault);
      return new Answer(false, "the agent was detached in part: " + fault);
    }
  }

  private static Answer detached(Detaching.Outcome outcome) {
    StringBuilder text = new StringBuilder();
    text.append("detached: ").append(counted(outcome.methods(), "method"));
    text.append(outcome.methods() == 1 ? " is as it was" : " are as they were");
    if (outcome.busyThreads() > 0) {
      text.append("; ").append(counted(outcome.busyThreads(), "thread"));
      text.append(" in guarded calls, which finish as they began");
    }
    for (Class<?> refused : outcome.refused()) {
      text.append('\n').append(refused.getName());
      text.append(": the JVM does not transform it again; its calls are not guarded all the same");
    }
    return new Answer(true, text.toString());
  }

  /** What attaching has come to. */
  String attached() {
    List<Guard> all = guards.all();
    long classes = all.stream().map(guard -> guard.method().owner().name()).distinct().count();
    StringBuilder text = new StringBuilder();
    text.append("attached: holdfast ").append(Version.TEXT).append(" in mode ");
    text.append(configuration.get().mode().toString().toLowerCase(Locale.ROOT)).append(" guards ");
    text.append(counted(all.size(), "method")).append(" of ").append(counted(classes, "class"));
    text.append(" loaded already");
    problems.told().forEach(problem -> text.append('\n').append(problem));
    return text.toString();
  }

  private static String counted(long count, String what) {
    String plural = what.endsWith("s") ? "es" : "s";
    return count + " " + what + (count == 1 ? "" : plural);
  }
}
