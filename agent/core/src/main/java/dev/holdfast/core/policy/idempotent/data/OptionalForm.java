package dev.holdfast.core.policy.idempotent.data;

import java.util.List;
import java.util.Optional;

/** The form of an {@code Optional}: a list of none or one, because null is no empty one. */
record OptionalForm(Form content) implements Form {

  @Override
  public Object write(Object value, Budget budget) {
    if (!(value instanceof Optional<?> optional)) {
      throw new Unstorable("a %s is no Optional".formatted(value.getClass().getName()));
    }
    return optional.<List<?>>map(held -> List.of(content.write(held, budget))).orElse(List.of());
  }

  @Override
  public Object read(Object data) {
    if (!(data instanceof List<?> list) || list.size() > 1) {
      throw new Unstorable("the data of an Optional is malformed");
    }
    return list.isEmpty() ? Optional.empty() : Optional.of(content.read(present(list)));
  }

  private static Object present(List<?> list) {
    Object held = list.get(0);
    if (held == null) {
      throw new Unstorable("the data of an Optional is malformed");
    }
    return held;
  }
}
