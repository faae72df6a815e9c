package dev.holdfast.campaign.child;

import dev.holdfast.CallRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Calls with keys that other processes use at the same time, each in a transaction of its own that
 * it commits or rolls back, until it is killed; or calls once more with each of some keys. What was
 * committed is written down after that.
 */
public final class TellerHammer {

  private static final int THREADS = 4;

  /** One transaction in so many is rolled back. */
  private static final int ROLLBACKS = 8;

  private final Teller teller = new Teller();
  private final String url;
  private final Journal answers;

  private TellerHammer(String url, Path folder) throws IOException {
    this.url = url;
    answers = new Journal(folder.resolve("answers"));
  }

  /**
   * Runs.
   *
   * @param arguments the database; the folder of the ledger; then nothing, or a file of keys to ask
   *     for once
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    Leash.hold();
    TellerHammer hammer = new TellerHammer(arguments[0], Path.of(arguments[1]));
    if (arguments.length > 2) {
      hammer.ask(Files.readAllLines(Path.of(arguments[2])));
      return;
    }
    try (Connection connection = hammer.connect()) {
      hammer.call(connection, Pace.key(), true);
    }
    System.out.println(Hammer.READY);
    for (int number = 0; number < THREADS; number++) {
      new Thread(hammer::callForEver, "caller").start();
    }
  }

  private void callForEver() {
    while (true) {
      try (Connection connection = connect()) {
        while (true) {
          call(connection, Pace.key(), ThreadLocalRandom.current().nextInt(ROLLBACKS) > 0);
          Pace.pause();
        }
      } catch (SQLException broken) {
        answers.write("! " + broken.getSQLState());
      }
    }
  }

  private void call(Connection connection, String key, boolean commits) throws SQLException {
    Receipt receipt;
    try {
      receipt = teller.pay(connection, key);
    } catch (CallRefusedException refused) {
      connection.rollback();
      answers.write("! " + refused.getClass().getSimpleName());
      return;
    }
    if (commits) {
      connection.commit();
      answers.write(key + " " + receipt);
    } else {
      connection.rollback();
    }
  }

  private void ask(List<String> keys) throws InterruptedException {
    Queue<String> left = new ConcurrentLinkedQueue<>(keys);
    Queue<Thread> callers = new ArrayDeque<>();
    while (callers.size() < THREADS) {
      Thread caller = new Thread(() -> askAll(left), "caller");
      callers.add(caller);
      caller.start();
    }
    for (Thread caller : callers) {
      caller.join();
    }
  }

  private void askAll(Queue<String> keys) {
    try (Connection connection = connect()) {
      for (String key = keys.poll(); key != null; key = keys.poll()) {
        call(connection, key, true);
      }
    } catch (SQLException broken) {
      answers.write("! " + broken.getSQLState());
    }
  }

  private Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    connection.setAutoCommit(false);
    return connection;
  }
}
