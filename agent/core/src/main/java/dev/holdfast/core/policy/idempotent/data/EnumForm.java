package dev.holdfast.core.policy.idempotent.data;

import java.util.HashMap;
import java.util.Map;

/** The form of an enum: names of constants. */
record EnumForm(Map<String, Object> constants) implements Form {

  static EnumForm of(Class<?> type) {
    Map<String, Object> constants = new HashMap<>();
    for (Object constant : type.getEnumConstants()) {
      constants.put(((Enum<?>) constant).name(), constant);
    }
    return new EnumForm(constants);
  }

  @Override
  public Object write(Object value, Budget budget) {
    return ((Enum<?>) value).name();
  }

  @Override
  public Object read(Object data) {
    Object constant = constants.get(data);
    if (constant == null) {
      throw new Unstorable("a constant of an enum is not there any more");
    }
    return constant;
  }
}
