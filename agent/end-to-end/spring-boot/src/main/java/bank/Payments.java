package bank;

import dev.holdfast.Retry;

/** Pays; an interface, so that Spring puts a JDK proxy before what implements it. */
public interface Payments {

  /** Books a line; fails after it is written as often as there is trouble. */
  @Retry(backoff = "0")
  void pay(String text);
}
