package dev.holdfast.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.config.LogLevel;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The SLF4J of these tests stands for the application's. */
class ApplicationLogTest {

  private final List<String> stderr = new ArrayList<>();
  private final List<String> application = new ArrayList<>();
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final ApplicationLog log =
      new ApplicationLog((level, message, failure) -> stderr.add(message), tasks::add);

  @AfterEach
  void goBackToStderr() {
    AgentLog.use(LogLevel.INFO, StreamTarget.STDERR);
  }

  @Test
  void withoutALoggerFactoryLinesGoToStderrAtOnce() {
    log.write(LogLevel.INFO, "first", null);

    assertThat(stderr).containsExactly("first");
    assertThat(tasks).isEmpty();
  }

  @Test
  void onceTheApplicationHasStartedItsOwnLinesGoThereInOrder() {
    takeTheApplicationsLines();
    log.offer(ApplicationLogTest.class.getClassLoader());

    log.write(LogLevel.INFO, "first", null);
    log.write(LogLevel.ERROR, "second", new IllegalStateException());
    assertThat(tasks).hasSize(1);
    tasks.remove().run();

    assertThat(application).containsExactly("INFO first", "ERROR second");
    assertThat(stderr).isEmpty();
  }

  @Test
  void aLoaderWithoutAnSlf4jLeavesLinesOnStderr() throws Exception {
    try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
      log.offer(empty);

      log.write(LogLevel.INFO, "first", null);
      tasks.remove().run();
    }

    assertThat(stderr).containsExactly("first");
  }

  @Test
  void whatAnAppenderCausesGoesToStderrAndNotRoundInCircles() {
    LoggerFactory.getLogger("started");
    log.offer(ApplicationLogTest.class.getClassLoader());
    AgentLog.use(
        LogLevel.INFO, (level, message, failure) -> log.write(level, "echo of " + message, null));

    log.write(LogLevel.INFO, "first", null);
    tasks.remove().run();

    assertThat(stderr).containsExactly("echo of first");
    assertThat(tasks).isEmpty();
  }

  @Test
  void whatAnAppenderThatHangsHoldsUpIsBounded() {
    takeTheApplicationsLines();
    log.offer(ApplicationLogTest.class.getClassLoader());

    for (int line = 0; line < 1_001; line++) {
      log.write(LogLevel.INFO, "line " + line, null);
    }

    assertThat(stderr).containsExactly("line 1000");
  }

  @Test
  void withoutAThreadLinesGoToStderr() {
    ApplicationLog threadless =
        new ApplicationLog(
            (level, message, failure) -> stderr.add(message),
            task -> {
              throw new RejectedExecutionException("no thread");
            });
    threadless.offer(ApplicationLogTest.class.getClassLoader());

    threadless.write(LogLevel.INFO, "first", null);

    assertThat(stderr).containsExactly("first");
  }

  private void takeTheApplicationsLines() {
    LoggerFactory.getLogger("started");
    AgentLog.use(
        LogLevel.INFO, (level, message, failure) -> application.add(level + " " + message));
  }
}
