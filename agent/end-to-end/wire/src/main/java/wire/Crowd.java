package wire;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many who do the same. */
public final class Crowd {

  private Crowd() {}

  /**
   * Lets them do it, so many at a time.
   *
   * @param task of each, from number 0
   * @return what came of it, in order
   */
  public static <T> List<T> run(int tasks, int atOnce, IntFunction<Callable<T>> task)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    try {
      List<Callable<T>> all = new ArrayList<>();
      for (int number = 0; number < tasks; number++) {
        all.add(task.apply(number));
      }
      List<T> outcomes = new ArrayList<>();
      for (Future<T> done : threads.invokeAll(all)) {
        outcomes.add(done.get());
      }
      return outcomes;
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
    } finally {
      threads.shutdownNow();
    }
  }
}
