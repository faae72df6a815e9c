package dev.holdfast.core.policy.idempotent.data;

import dev.holdfast.core.pipeline.Access;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads how calls of one method ended: a JSON object of one member, {@code returned},
 * {@code threw}, {@code unusable} or {@code unknown}. What was stored is data and nothing else: the
 * classes of a result come from the method's static type, never from the store.
 *
 * <p>Bound when it is first needed, so that start-up does not pay for it.
 */
public final class ResultCodec {

  private static final String RETURNED = "returned";
  private static final String THREW = "threw";
  private static final String UNUSABLE = "unusable";
  private static final String UNKNOWN = "unknown";

  private final Shapes shapes;
  private final @Nullable ClassLoader loader;
  private final Access access;
  private volatile @Nullable Form form;

  /**
   * @param shapes of the method's results
   * @param loader finds their classes
   */
  public ResultCodec(Shapes shapes, @Nullable ClassLoader loader, Access access) {
    this.shapes = shapes;
    this.loader = loader;
    this.access = access;
  }

  /**
   * A result as text.
   *
   * @param longest how many characters it may take
   * @throws Unstorable if it cannot be stored faithfully, or is longer
   */
  public String returned(@Nullable Object result, int longest) {
    String text = member(RETURNED, data(result, longest));
    if (text.length() > longest) {
      throw new Unstorable(
          "it takes %d characters (expected: <= %d)".formatted(text.length(), longest));
    }
    return text;
  }

  /** A failure as text. */
  public static String threw(String type, @Nullable String message) {
    return member(THREW, Arrays.asList(type, message));
  }

  /** A result that is not stored, as text that says why. */
  public static String unusable(String reason) {
    return member(UNUSABLE, reason);
  }

  /** A failure after which the effect may have happened, as text. */
  public static String unknown() {
    return member(UNKNOWN, true);
  }

  /**
   * What a text tells.
   *
   * @throws Unstorable if it is none that was written for results of this type
   */
  public StoredOutcome read(String text) {
    if (!(JsonText.read(text) instanceof Map<?, ?> stored) || stored.size() != 1) {
      throw new Unstorable("a stored text is no outcome");
    }
    Map.Entry<?, ?> member = stored.entrySet().iterator().next();
    Object data = member.getValue();
    if (member.getKey().equals(RETURNED)) {
      return new StoredOutcome.Returned(value(data));
    }
    if (member.getKey().equals(UNKNOWN)) {
      return new StoredOutcome.Unknown();
    }
    if (member.getKey().equals(UNUSABLE) && data instanceof String reason) {
      return new StoredOutcome.Unusable(reason);
    }
    if (member.getKey().equals(THREW)
        && data instanceof List<?> failure
        && failure.size() == 2
        && failure.get(0) instanceof String type
        && isText(failure.get(1))) {
      return new StoredOutcome.Threw(type, (String) failure.get(1));
    }
    throw new Unstorable("a stored text is no outcome");
  }

  private static boolean isText(@Nullable Object data) {
    return data == null || data instanceof String;
  }

  private @Nullable Object data(@Nullable Object result, int longest) {
    try {
      return form().toData(result, Budget.ofResult(longest));
    } catch (Unstorable known) {
      throw known;
    } catch (RuntimeException | LinkageError | StackOverflowError failed) {
      throw new Unstorable("it cannot be read", failed);
    }
  }

  private @Nullable Object value(@Nullable Object data) {
    try {
      return form().fromData(data);
    } catch (Unstorable known) {
      throw known;
    } catch (RuntimeException | LinkageError | StackOverflowError failed) {
      throw new Unstorable("it cannot be made again", failed);
    }
  }

  private Form form() {
    Form bound = form;
    if (bound == null) {
      bound = FormBinder.bind(shapes, loader, access);
      form = bound;
    }
    return bound;
  }

  private static String member(String name, @Nullable Object data) {
    boolean isPlain = data == null || data instanceof Long || data instanceof Boolean;
    return isPlain
        ? "{\"" + name + "\":" + data + "}"
        : JsonText.write(Collections.singletonMap(name, data));
  }
}
