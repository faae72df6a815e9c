package dev.holdfast.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.postgresql.Driver;

/**
 * {@code java -Dholdfast.agent.jar=AGENT.JAR -jar campaign.jar [KILLS] [TROUBLE] [STORE...]}: kills
 * that many JVMs over the stores, 2,000 over {@code postgresql}, {@code redis} and {@code h2}
 * unless it says otherwise, while {@code none}, {@code servers}, {@code network} or {@code all}
 * trouble comes to the servers; {@code all} unless it says otherwise.
 *
 * <p>{@code ... -jar campaign.jar transaction [KILLS]}: kills that many over transactions that hold
 * their keys themselves.
 *
 * <p>Exit code 1 if any promise was broken.
 */
public final class Main {

  private static final int KILLS = 2_000;

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
    Trouble trouble = arguments.length < 2 ? Trouble.ALL : Trouble.valueOf(upperCase(arguments[1]));
    Set<Engine> engines = EnumSet.noneOf(Engine.class);
    Arrays.stream(arguments)
        .skip(2)
        .map(name -> Engine.valueOf(upperCase(name)))
        .forEach(engines::add);
    Set<Engine> chosen = engines.isEmpty() ? EnumSet.allOf(Engine.class) : engines;
    List<Verdict> verdicts = new Campaigns(chosen, trouble).run(kills);
    System.exit(verdicts.stream().allMatch(Verdict::isClean) ? 0 : 1);
  }

  /** Runs the campaign on keys in transactions, and prints its verdict. */
  @SuppressWarnings("SystemOut")
  static TransactionVerdict runInTransactions(int kills)
      throws IOException, InterruptedException, SQLException {
    Path folder = Files.createTempDirectory("campaign");
    List<Path> classes = List.of(Program.place(Main.class), Program.place(Driver.class));
    try (TransactionServer server = TransactionServer.postgres()) {
      TransactionVerdict verdict =
          new TransactionCampaign(Program.agent(), classes, new Random())
              .run(server, folder, kills);
      System.out.println(verdict);
      return verdict;
    }
  }

  private static String upperCase(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
