package dev.holdfast.console.sample;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.Fallback;
import java.io.IOException;

/** A client without a mistake. */
public class PayClient implements PayPort {

  @Override
  @Fallback(method = "later")
  @CircuitBreaker(minimumCalls = 5, on = IOException.class)
  public String pay(String order) {
    return "paid " + order;
  }

  public String refund(String order) {
    return "refunded " + order;
  }

  String later(String order) {
    return "later " + order;
  }
}
