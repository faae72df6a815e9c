package dev.holdfast.core.policy.idempotent.data;

/**
 * Why values of a type cannot become data.
 *
 * @param path where inside the type: {@code shop.Receipt.items[].handle}
 * @param type what is there
 * @param reason goes on with "which ..."
 */
public record Flaw(String path, String type, String reason) {

  /** As a part of a sentence: {@code shop.Receipt.handle is java.io.InputStream, which ...}. */
  @Override
  public String toString() {
    return path.equals(type)
        ? type + " " + reason
        : "%s is %s, which %s".formatted(path, type, reason);
  }
}
