package dev.holdfast.core.policy.idempotent.data;

import java.util.Base64;

/** The form of an array of bytes. */
record BytesForm() implements Form {

  @Override
  public Object write(Object value, Budget budget) {
    byte[] bytes = (byte[]) value;
    budget.spend(bytes.length);
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public Object read(Object data) {
    if (!(data instanceof String text)) {
      throw new Unstorable("the data of an array of bytes is malformed");
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException malformed) {
      throw new Unstorable("the data of an array of bytes is malformed", malformed);
    }
  }
}
