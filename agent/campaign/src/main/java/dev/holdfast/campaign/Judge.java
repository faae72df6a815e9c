package dev.holdfast.campaign;

import dev.holdfast.campaign.child.Journal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * Reads the ledger.
 *
 * @param effects by method and key
 * @param results that callers got, by method and key
 * @param last what each key was answered in the end
 * @param takenOver short hashes of the keys that somebody said were taken over
 */
record Judge(
    Map<String, Integer> effects,
    Map<String, Set<String>> results,
    Map<String, String> last,
    int calls,
    Set<String> takenOver) {

  private static final String REFUSED = "!";
  private static final String UNKNOWN = "! OutcomeUnknownException";
  private static final String FAIL = "once ";

  static Judge read(Path folder, Set<String> takenOver) throws IOException {
    Map<String, Integer> effects = new HashMap<>();
    for (String line : Journal.read(folder.resolve("effects"))) {
      effects.merge(pair(line), 1, Integer::sum);
    }
    Map<String, Set<String>> results = new HashMap<>();
    Map<String, String> last = new HashMap<>();
    int calls = 0;
    for (String line : Journal.read(folder.resolve("answers"))) {
      String pair = pair(line);
      String answer = line.substring(pair.length() + 1);
      last.put(pair, answer);
      calls++;
      if (!answer.startsWith(REFUSED)) {
        results.computeIfAbsent(pair, key -> new HashSet<>()).add(answer);
      }
    }
    return new Judge(effects, results, last, calls, takenOver);
  }

  Verdict verdict(String store, int kills, int crashes) {
    int underFail = 0;
    int underRun = 0;
    int reported = 0;
    int stuck = 0;
    int lost = 0;
    for (Map.Entry<String, Integer> effect : effects.entrySet()) {
      String pair = effect.getKey();
      if (effect.getValue() > 1 && pair.startsWith(FAIL)) {
        underFail++;
      } else if (effect.getValue() > 1) {
        underRun++;
        reported += takenOver.contains(shortHash(pair)) ? 1 : 0;
      }
      stuck += isAnswered(pair) ? 0 : 1;
      lost += isLost(pair) ? 1 : 0;
    }
    int sum = effects.values().stream().mapToInt(Integer::intValue).sum();
    int differing = (int) results.values().stream().filter(found -> found.size() > 1).count();
    return new Verdict(
        store, kills, crashes, calls, sum, underFail, underRun, reported, differing, lost, stuck);
  }

  /** With a result; or, where a second effect would be worse, with the news that nobody knows. */
  private boolean isAnswered(String pair) {
    String answer = last.getOrDefault(pair, REFUSED);
    return !answer.startsWith(REFUSED) || (pair.startsWith(FAIL) && answer.equals(UNKNOWN));
  }

  /** Somebody was given a result that nobody can be given in the end. */
  private boolean isLost(String pair) {
    return results.containsKey(pair) && last.getOrDefault(pair, REFUSED).startsWith(REFUSED);
  }

  private static String pair(String line) {
    return line.substring(0, line.indexOf(' ', line.indexOf(' ') + 1));
  }

  /** As the agent shows a key: the first digits of the SHA-256 of name, scope and key. */
  private static String shortHash(String pair) {
    int space = pair.indexOf(' ');
    ByteBuffer text = ByteBuffer.allocate(1 << 10);
    add(text, pair.substring(0, space));
    text.putInt(0);
    add(text, pair.substring(space + 1));
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(text.flip());
      return HexFormat.of().formatHex(sha.digest()).substring(0, 8);
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  private static void add(ByteBuffer bytes, String text) {
    bytes.putInt(text.length());
    text.chars().forEach(character -> bytes.putChar((char) character));
  }
}
