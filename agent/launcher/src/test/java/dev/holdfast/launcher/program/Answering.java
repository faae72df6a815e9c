package dev.holdfast.launcher.program;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A program that nobody prepared. It answers each line {@code METHOD FAILURES} with what came of
 * calling that method, which fails as often as told.
 */
@SuppressWarnings("SystemOut")
public final class Answering implements Default {

  private static int failures;
  private static int calls;
  private static @Nullable Supplier<String> made;

  /** Its thread lives as long as the program. */
  private static final Executor POOL = Executors.newSingleThreadExecutor();

  private static final Semaphore INSIDE = new Semaphore(0);
  private static final Semaphore END = new Semaphore(0);
  private static CompletableFuture<String> begun = CompletableFuture.completedFuture("none");

  private Answering() {}

  /** Fails while it is told to. */
  static String fail(String answer) {
    calls++;
    if (failures-- > 0) {
      throw new IllegalStateException(answer + " failed");
    }
    return answer;
  }

  private String privately(long wide, double wider, String text) {
    return fail(text + wide + wider);
  }

  static int statically(byte small, int[] numbers) {
    return fail("static").length() + small + numbers.length;
  }

  final void voidly() {
    fail("void");
  }

  String looping(int times) {
    while (times > 0) {
      times--;
    }
    return fail("loop" + times);
  }

  /** Each level is a guarded call of its own; the innermost one fails. */
  int recursive(int depth) {
    return depth == 0 ? fail("deep").length() : 1 + recursive(depth - 1);
  }

  String nested() {
    return "nested " + privately(1, 2, "in ");
  }

  CompletableFuture<String> later() {
    return CompletableFuture.supplyAsync(() -> fail("later"));
  }

  String limited() {
    return fail("limited on another thread: " + Thread.currentThread().getName().isEmpty());
  }

  /** A hidden class made before the agent comes goes on as it is, and calls guarded methods. */
  private static Supplier<String> lambda() {
    if (made == null) {
      made = () -> "lambda " + statically((byte) 1, new int[2]);
    }
    return made;
  }

  String charged(String key) {
    return fail("charged " + key);
  }

  /** Does not return until that is asked for. */
  String waiting() {
    fail("waiting");
    INSIDE.release();
    END.acquireUninterruptibly();
    return "waited";
  }

  private String begin() {
    begun = CompletableFuture.supplyAsync(this::waiting, POOL);
    INSIDE.acquireUninterruptibly();
    return "begun";
  }

  private static String end() {
    END.release();
    return begun.join();
  }

  synchronized String locked() {
    return fail("locked");
  }

  private Object call(String method) {
    return switch (method) {
      case "private" -> privately(1L, 2.5, "p");
      case "static" -> statically((byte) 1, new int[2]);
      case "void" -> {
        voidly();
        yield "nothing";
      }
      case "loop" -> looping(3);
      case "recursive" -> recursive(200);
      case "nested" -> nested();
      case "later" -> later().join();
      case "limited" -> limited();
      case "charged" -> charged("order-17");
      case "locked" -> locked();
      case "begin" -> begin();
      case "end" -> end();
      case "default" -> byDefault("d");
      case "lambda" -> lambda().get();
      case "unloaded" -> Unloaded.answer();
      default -> throw new IllegalArgumentException(method);
    };
  }

  /** Not loaded until it is asked for. */
  static final class Unloaded {

    private Unloaded() {}

    static String answer() {
      return fail("loaded late");
    }
  }

  /** Answers until there is no further line. */
  public static void main(String[] arguments) throws Exception {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Answering answering = new Answering();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ");
      failures = Integer.parseInt(words[1]);
      calls = 0;
      String answer;
      try {
        answer = String.valueOf(answering.call(words[0]));
      } catch (RuntimeException failure) {
        answer = failure.getMessage();
      }
      System.out.println(answer + ", calls: " + calls);
    }
  }
}
