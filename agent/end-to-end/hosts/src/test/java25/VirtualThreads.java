import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import shop.Patience;

/** Guarded calls on virtual threads; run from its source by a JDK 25. */
public class VirtualThreads {

  private static final int THREADS = 10_000;

  public static void main(String[] arguments) throws Exception {
    // The first call links the method: several at once would wait for the JDK's own classes.
    new Patience().thirdTime();
    Path file = Files.createTempFile("pinned", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ZERO).withStackTrace();
      recording.start();
      retries();
      recording.stop();
      recording.dump(file);
    }
    List<RecordedEvent> pinned = RecordingFile.readAllEvents(file);
    System.out.println("pinned=" + pinned.size());
    pinned.stream().limit(3).forEach(System.err::println);
    cancellation();
    System.out.println("left=" + left());
  }

  private static void retries() throws Exception {
    long begun = System.nanoTime();
    int right = 0;
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        answers.add(executor.submit(() -> new Patience().thirdTime()));
      }
      for (Future<Integer> answer : answers) {
        right += answer.get() == 3 ? 1 : 0;
      }
    }
    System.out.println("right=" + right);
    System.out.println("millis=" + Duration.ofNanos(System.nanoTime() - begun).toMillis());
  }

  /** A hundred calls in their first wait, and then one task of their scope fails. */
  private static void cancellation() throws InterruptedException {
    long begun = System.nanoTime();
    CountDownLatch begunCalls = new CountDownLatch(100);
    AtomicInteger kept = new AtomicInteger();
    try (var scope = StructuredTaskScope.open()) {
      for (int call = 0; call < 100; call++) {
        scope.fork(() -> waiting(begunCalls, kept));
      }
      scope.fork(
          () -> {
            begunCalls.await();
            throw new IllegalArgumentException("cancel");
          });
      scope.join();
    } catch (FailedException cancelled) {
      System.out.println("cancelled=" + cancelled.getCause().getMessage());
    }
    System.out.println("interrupts=" + kept);
    long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    System.out.println("atOnce=" + (seconds < 5));
  }

  private static int waiting(CountDownLatch begunCalls, AtomicInteger kept) {
    begunCalls.countDown();
    try {
      return new Patience().never();
    } catch (IllegalStateException last) {
      if (Thread.currentThread().isInterrupted()) {
        kept.incrementAndGet();
      }
      throw last;
    }
  }

  /** What the agent left in the thread-locals of the threads that carry virtual ones. */
  private static int left() throws ReflectiveOperationException {
    int left = 0;
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!thread.getClass().getName().contains("CarrierThread")) {
        continue;
      }
      Object locals = field(Thread.class, "threadLocals", thread);
      Object table = locals == null ? null : field(locals.getClass(), "table", locals);
      for (int slot = 0; table != null && slot < Array.getLength(table); slot++) {
        Object entry = Array.get(table, slot);
        Object value = entry == null ? null : field(entry.getClass(), "value", entry);
        left += value != null && value.getClass().getName().startsWith("dev.holdfast.") ? 1 : 0;
      }
    }
    return left;
  }

  private static Object field(Class<?> owner, String name, Object object)
      throws ReflectiveOperationException {
    Field field = owner.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(object);
  }
}
