package ledger;

/** What is decorated. */
public interface Entering {

  /** Enters a text. */
  void enterDecorated(String text);
}
