package dev.holdfast.core.store.blocking;

import dev.holdfast.core.store.StoreFailure;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/** Words what clients of stores say, without what nobody may see: passwords. */
public final class Secrets {

  private static final String STARS = "***";
  private static final int LONGEST = 300;
  private static final int DEEPEST = 16;

  private final Set<String> words = new CopyOnWriteArraySet<>();

  /**
   * @param words what must not be shown
   */
  public Secrets(List<String> words) {
    words.forEach(this::add);
  }

  /** From now on this must not be shown either. */
  public void add(String word) {
    if (!word.isEmpty()) {
      words.add(word);
    }
  }

  /** A failure with that reason; the cause comes along if there is nothing secret in it. */
  public StoreFailure failure(String what, Throwable cause) {
    String message = what + ": " + reason(cause);
    return isClean(cause) ? new StoreFailure(message, cause) : new StoreFailure(message);
  }

  /** What went wrong in one line: the message of the innermost cause that has one. */
  public String reason(Throwable failure) {
    String reason = failure.getClass().getSimpleName();
    Throwable next = failure;
    for (int depth = 0; next != null && depth < DEEPEST; depth++) {
      String message = next.getMessage();
      if (message != null && !message.isBlank()) {
        reason = next.getClass().getSimpleName() + ": " + firstLine(message);
      }
      next = next.getCause();
    }
    return cleaned(reason);
  }

  private String cleaned(String text) {
    String clean = text;
    for (String word : longestFirst()) {
      clean = clean.replace(word, STARS);
    }
    return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "..." : clean;
  }

  /** A password may begin with an older one. */
  private List<String> longestFirst() {
    return words.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  private boolean isClean(Throwable failure) {
    Throwable next = failure;
    for (int depth = 0; next != null && depth < DEEPEST; depth++) {
      if (next.getSuppressed().length > 0 || mentionsOne(next.getMessage())) {
        return false;
      }
      next = next.getCause();
    }
    return next == null;
  }

  private boolean mentionsOne(@Nullable String message) {
    return message != null && words.stream().anyMatch(message::contains);
  }

  private static String firstLine(String message) {
    return message.strip().lines().findFirst().orElse("").strip();
  }

  @Override
  public String toString() {
    return STARS;
  }
}
