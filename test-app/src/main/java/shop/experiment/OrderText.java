package shop.experiment;

import java.util.List;
import shop.Delivery;
import shop.Order;
import shop.Payment;
import shop.Receipt;
import shop.Suggestions;

/** Orders and receipts as text, one part a line. */
final class OrderText {
  private OrderText() {}

  static String of(Order order) {
    return String.join("\n", order.id(), order.customer(), Long.toString(order.cents()));
  }

  static Order order(String text) {
    String[] lines = text.split("\n", -1);
    return new Order(lines[0], lines[1], Long.parseLong(lines[2]));
  }

  static String of(Receipt receipt) {
    return String.join(
        "\n",
        receipt.orderId(),
        Long.toString(receipt.payment().cents()),
        receipt.payment().chargeId(),
        Integer.toString(receipt.delivery().days()),
        Boolean.toString(receipt.suggestions().isPersonal()),
        String.join("\t", receipt.suggestions().titles()));
  }

  static Receipt receipt(String text) {
    String[] lines = text.split("\n", -1);
    return new Receipt(
        lines[0],
        new Payment(lines[0], Long.parseLong(lines[1]), lines[2]),
        new Delivery(Integer.parseInt(lines[3])),
        new Suggestions(List.of(lines[5].split("\t")), Boolean.parseBoolean(lines[4])));
  }
}
