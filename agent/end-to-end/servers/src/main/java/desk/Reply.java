package desk;

/** An answer. */
public record Reply(int status, String text) {

  static Reply ok(String text) {
    return new Reply(200, text);
  }
}
