package dev.holdfast.weaving.control;

/**
 * What the agent answers the command line.
 *
 * @param isDone whether what was asked for was done
 * @param text what is to be shown; may have many lines
 */
public record Answer(boolean isDone, String text) {

  private static final String PROPERTY = "dev.holdfast.answer.";
  private static final String DONE = "done\n";
  private static final String FAILED = "failed\n";

  /** What was asked for is done. */
  public static Answer done(String text) {
    return new Answer(true, text);
  }

  /** What was asked for cannot be done. */
  public static Answer failed(String why) {
    return new Answer(false, why);
  }

  /** The system property in which whoever holds the token finds an answer. */
  public static String property(String token) {
    return PROPERTY.concat(token);
  }

  /** Reads what {@link #line} wrote. */
  public static Answer parse(String answer) {
    boolean isDone = answer.startsWith(DONE);
    return new Answer(isDone, answer.substring(answer.indexOf('\n') + 1));
  }

  /** The answer as one text. */
  public String line() {
    return (isDone ? DONE : FAILED) + text;
  }
}
