package dev.holdfast.campaign;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.postgresql.Driver;

/**
 * {@code java -Dholdfast.agent.jar=AGENT.JAR -jar campaign.jar [transaction] [KILLS]}: kills that
 * many JVMs over three kinds of stores, or over transactions that hold their keys themselves, 2,000
 * unless it says otherwise. Exit code 1 if any promise was broken.
 */
public final class Main {

  private static final int KILLS = 2_000;
  private static final int STORES = 3;

  private Main() {}

  /** Runs and prints. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals("transaction")) {
      int kills = arguments.length == 1 ? KILLS : Integer.parseInt(arguments[1]);
      System.out.println(TransactionVerdict.HEADER);
      System.exit(runInTransactions(kills).isClean() ? 0 : 1);
    }
    int kills = arguments.length == 0 ? KILLS : Integer.parseInt(arguments[0]);
    System.out.println(Verdict.HEADER);
    List<Verdict> verdicts = run(kills);
    System.exit(verdicts.stream().allMatch(Verdict::isClean) ? 0 : 1);
  }

  /** Runs the campaigns one after the other, and prints each verdict. */
  @SuppressWarnings("SystemOut")
  static List<Verdict> run(int kills) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("campaign");
    Campaign campaign = new Campaign(agent(), program(), new Random());
    List<Verdict> verdicts = new ArrayList<>();
    int left = kills;
    for (int number = 0; number < STORES; number++) {
      int share = left / (STORES - number);
      left -= share;
      Path own = Files.createDirectories(folder.resolve("store-" + number));
      try (Server server = server(number, own)) {
        verdicts.add(campaign.run(server, own, share));
      }
      System.out.println(verdicts.get(number));
    }
    return verdicts;
  }

  /** Runs the campaign on keys in transactions, and prints its verdict. */
  @SuppressWarnings("SystemOut")
  static TransactionVerdict runInTransactions(int kills)
      throws IOException, InterruptedException, SQLException {
    Path folder = Files.createTempDirectory("campaign");
    try (TransactionServer server = TransactionServer.postgres()) {
      TransactionVerdict verdict =
          new TransactionCampaign(agent(), List.of(program(), place(Driver.class)), new Random())
              .run(server, folder, kills);
      System.out.println(verdict);
      return verdict;
    }
  }

  private static Server server(int number, Path folder) throws IOException {
    return switch (number) {
      case 0 -> PostgresServer.start();
      case 1 -> RedisInstance.start(folder);
      default -> new Folder(folder.resolve("h2"));
    };
  }

  private static Path agent() {
    String jar = System.getProperty("holdfast.agent.jar");
    if (jar == null) {
      throw new IllegalStateException(
          "holdfast.agent.jar: not set (expected: the agent's jar). Set -Dholdfast.agent.jar.");
    }
    return Path.of(jar).toAbsolutePath().normalize();
  }

  private static Path program() {
    return place(Main.class);
  }

  /** The jar or folder that holds a class. */
  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
