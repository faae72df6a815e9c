package dev.holdfast.core.policy.idempotent.data;

import java.util.Map;

/**
 * The form of a sealed type: one pair of the leaf's name and its data.
 *
 * @param names of the leaves, by class
 * @param leaves by name
 */
record SealedForm(Map<Class<?>, String> names, Map<String, Form> leaves) implements Form {

  @Override
  public Object write(Object value, Budget budget) {
    Class<?> type =
        value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
    String name = names.get(type);
    if (name == null) {
      throw new Unstorable("a %s is no permitted subclass".formatted(type.getName()));
    }
    return Map.of(name, leaf(name).write(value, budget));
  }

  @Override
  public Object read(Object data) {
    if (!(data instanceof Map<?, ?> tagged) || tagged.size() != 1) {
      throw new Unstorable("the data of a sealed type is malformed");
    }
    Map.Entry<?, ?> only = tagged.entrySet().iterator().next();
    Object value = leaf(only.getKey()).fromData(only.getValue());
    if (value == null) {
      throw new Unstorable("the data of a sealed type is malformed");
    }
    return value;
  }

  private Form leaf(Object name) {
    Form leaf = leaves.get(name);
    if (leaf == null) {
      throw new Unstorable("a permitted subclass is not there any more");
    }
    return leaf;
  }
}
