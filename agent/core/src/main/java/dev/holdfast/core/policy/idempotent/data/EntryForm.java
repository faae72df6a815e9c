package dev.holdfast.core.policy.idempotent.data;

import java.util.AbstractMap.SimpleEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The form of an entry of a map on its own. */
record EntryForm(Form key, Form value) implements Form {

  @Override
  public Object write(Object written, Budget budget) {
    Map.Entry<?, ?> entry = (Map.Entry<?, ?>) written;
    return Arrays.asList(
        key.toData(entry.getKey(), budget), value.toData(entry.getValue(), budget));
  }

  @Override
  public Object read(Object data) {
    if (!(data instanceof List<?> pair) || pair.size() != 2) {
      throw new Unstorable("the data of an entry is malformed");
    }
    return new SimpleEntry<>(key.fromData(pair.get(0)), value.fromData(pair.get(1)));
  }
}
