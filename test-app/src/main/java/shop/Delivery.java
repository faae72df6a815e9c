package shop;

/**
 * When the order arrives.
 *
 * @param days from today; negative: not known
 */
public record Delivery(int days) {

  /** The stock service could not say. */
  public static final Delivery UNKNOWN = new Delivery(-1);
}
