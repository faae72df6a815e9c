package dev.holdfast.core.call;

/** The idempotency key that a call carries. */
public interface CarriedKey {

  /** As the application knows it. */
  String text();

  /** As callees outside the process may see it. */
  String outgoing();

  /** A key whose two forms are known. */
  record Known(String text, String outgoing) implements CarriedKey {}
}
