package dev.holdfast.core.policy.idempotent.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The form of a map: a list of pairs, because keys may be anything, null too.
 *
 * @param type its static type
 * @param keyClass the class of its keys
 */
record MapForm(String type, Class<?> keyClass, Form key, Form value) implements Form {

  @Override
  public Object write(Object written, Budget budget) {
    if (!(written instanceof Map<?, ?> map)) {
      throw new Unstorable("a %s is no map".formatted(written.getClass().getName()));
    }
    if (budget.mustComeBack()
        && written instanceof SortedMap<?, ?> sorted
        && !Containers.isNatural(sorted.comparator())) {
      throw new Unstorable("a map is sorted by a comparator, which is no data");
    }
    List<@Nullable Object> pairs = new ArrayList<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      pairs.add(pair(entry, budget));
    }
    return new Unordered(pairs);
  }

  @Override
  public Object read(Object data) {
    if (!(data instanceof List<?> pairs)) {
      throw new Unstorable("the data of a map is malformed");
    }
    Map<@Nullable Object, @Nullable Object> map = Containers.map(type, keyClass);
    for (Object each : pairs) {
      if (!(each instanceof List<?> pair) || pair.size() != 2) {
        throw new Unstorable("the data of a map is malformed");
      }
      map.put(key.fromData(pair.get(0)), value.fromData(pair.get(1)));
    }
    if (map.size() != pairs.size()) {
      throw new Unstorable("keys of a map are equal that were not");
    }
    return map;
  }

  private List<@Nullable Object> pair(Map.Entry<?, ?> entry, Budget budget) {
    return Arrays.asList(
        key.toData(entry.getKey(), budget), value.toData(entry.getValue(), budget));
  }
}
