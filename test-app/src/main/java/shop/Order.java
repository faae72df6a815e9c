package shop;

/**
 * What a customer wants to buy.
 *
 * @param id one for each order, however often its button is pressed
 * @param customer who is charged
 * @param cents the price, above 0
 */
public record Order(String id, String customer, long cents) {

  public Order {
    if (cents <= 0) {
      throw new IllegalArgumentException("order " + id + ": cents: " + cents + " (expected: > 0)");
    }
  }
}
