package dev.holdfast.launcher.program;

import dev.holdfast.CallRefusedException;
import dev.holdfast.CircuitBreaker;
import dev.holdfast.CircuitOpenException;
import dev.holdfast.Deadline;
import dev.holdfast.DeadlineExceededException;
import dev.holdfast.Retry;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * A program that carries our annotations' jar and catches what it knows from there. For each line
 * it answers what it caught of each method.
 */
@SuppressWarnings({"SystemOut", "DoNotCallSuggester"})
public final class Catching {

  private int calls;

  private Catching() {}

  @CircuitBreaker(window = "2", minimumCalls = 2, openFor = "1h")
  String fragile() {
    throw new IllegalStateException("broken");
  }

  @CircuitBreaker(window = "2", minimumCalls = 2, openFor = "1h")
  CompletableFuture<String> fragileLater() {
    return CompletableFuture.failedFuture(new IllegalStateException("broken"));
  }

  /** A refusal from further in is not tried again. */
  @Retry(backoff = "0")
  String nested() {
    calls++;
    return fragile();
  }

  @Deadline("5ms")
  String late() throws InterruptedException {
    Thread.sleep(200);
    return "in time";
  }

  private String refused() {
    try {
      return fragile();
    } catch (CircuitOpenException open) {
      return "open " + open.failureRate() + " " + String.valueOf(open.getMessage()).substring(0, 7);
    } catch (IllegalStateException failure) {
      return String.valueOf(failure.getMessage());
    }
  }

  private String refusedLater() throws InterruptedException {
    Future<String> later = fragileLater();
    try {
      return later.get();
    } catch (ExecutionException failure) {
      return failure.getCause() instanceof CircuitOpenException ? "open" : "broken";
    }
  }

  private String refusedInside() {
    calls = 0;
    try {
      return nested();
    } catch (CallRefusedException refusal) {
      return refusal.policy() + " after " + calls;
    } catch (IllegalStateException failure) {
      return failure.getMessage() + " after " + calls;
    }
  }

  private String cut() throws InterruptedException {
    try {
      return late();
    } catch (DeadlineExceededException late) {
      return "late";
    }
  }

  /** Answers until it is killed. */
  public static void main(String[] arguments) throws Exception {
    Catching catching = new Catching();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (in.readLine() != null) {
      System.out.println(
          catching.refused()
              + ", "
              + catching.refusedLater()
              + ", "
              + catching.refusedInside()
              + ", "
              + catching.cut());
    }
  }
}
