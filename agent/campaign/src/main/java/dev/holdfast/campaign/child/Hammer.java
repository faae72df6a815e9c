package dev.holdfast.campaign.child;

import dev.holdfast.CallRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Calls with keys that other processes use at the same time, until it is killed; or calls once more
 * with each key that ever had an effect.
 */
public final class Hammer {

  /** What it prints once its calls begin. */
  public static final String READY = "ready";

  private static final int THREADS = 4;
  private static final int LONGEST_ASKING_MINUTES = 30;

  private final Till till;
  private final Journal answers;

  private Hammer(Path folder) throws IOException {
    till = new Till(new Journal(folder.resolve("effects")));
    answers = new Journal(folder.resolve("answers"));
  }

  /**
   * Runs.
   *
   * @param arguments the folder of the ledger; then {@code hammer}, or {@code ask} for asking once
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    Leash.hold();
    Path folder = Path.of(arguments[0]);
    Hammer hammer = new Hammer(folder);
    if (arguments[1].equals("ask")) {
      hammer.ask(Journal.read(folder.resolve("effects")));
      return;
    }
    hammer.call(Pace.key());
    System.out.println(READY);
    for (int number = 0; number < THREADS; number++) {
      new Thread(hammer::callForEver, "caller").start();
    }
  }

  private void callForEver() {
    while (true) {
      call(Pace.key());
      Pace.pause();
    }
  }

  private void call(String key) {
    call(ThreadLocalRandom.current().nextBoolean() ? Till.ONCE : Till.AGAIN, key);
  }

  private void call(String how, String key) {
    String answer;
    try {
      answer = (how.equals(Till.ONCE) ? till.payOnce(key) : till.payAgain(key)).toString();
    } catch (CallRefusedException refused) {
      answer = "! " + refused.getClass().getSimpleName();
    }
    answers.write(how + " " + key + " " + answer);
  }

  private void ask(List<String> effects) throws InterruptedException {
    ExecutorService callers = Executors.newFixedThreadPool(4 * THREADS);
    effects.stream()
        .map(line -> line.split(" "))
        .map(words -> words[0] + " " + words[1])
        .distinct()
        .map(pair -> pair.split(" "))
        .forEach(pair -> callers.execute(() -> call(pair[0], pair[1])));
    callers.shutdown();
    if (!callers.awaitTermination(LONGEST_ASKING_MINUTES, TimeUnit.MINUTES)) {
      callers.shutdownNow();
    }
  }
}
