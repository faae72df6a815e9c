package dev.holdfast.core.policy.idempotent.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.PriorityBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The form of a collection.
 *
 * @param type its static type
 * @param elementClass the class of its elements
 */
record CollectionForm(String type, Class<?> elementClass, Form element) implements Form {

  private static final String SET = "set";
  private static final String LIST = "list";

  @Override
  public Object write(Object value, Budget budget) {
    if (!(value instanceof Collection<?> collection)) {
      throw new Unstorable("a %s is no collection".formatted(value.getClass().getName()));
    }
    if (budget.mustComeBack()) {
      requireKnownOrder(value);
    }
    List<@Nullable Object> elements = new ArrayList<>();
    for (Object each : collection) {
      elements.add(element.toData(each, budget));
    }
    Object data = value instanceof Set<?> ? new Unordered(elements) : elements;
    return Containers.isListOrSet(type) ? Map.of(value instanceof Set<?> ? SET : LIST, data) : data;
  }

  private static void requireKnownOrder(Object value) {
    if (value instanceof SortedSet<?> sorted && !Containers.isNatural(sorted.comparator())) {
      throw new Unstorable("a set is sorted by a comparator, which is no data");
    }
    if (value instanceof PriorityQueue<?> || value instanceof PriorityBlockingQueue<?>) {
      throw new Unstorable(
          "a %s would come back in another order".formatted(value.getClass().getSimpleName()));
    }
  }

  @Override
  public Object read(Object data) {
    if (Containers.isListOrSet(type) && data instanceof Map<?, ?> tagged) {
      return tagged.containsKey(SET)
          ? read("java.util.Set", tagged.get(SET))
          : read("java.util.List", tagged.get(LIST));
    }
    return read(type, data);
  }

  private Object read(String kind, @Nullable Object data) {
    if (!(data instanceof List<?> elements)) {
      throw new Unstorable("the data of a collection is malformed");
    }
    Collection<@Nullable Object> collection = Containers.collection(kind, elementClass);
    for (Object each : elements) {
      collection.add(element.fromData(each));
    }
    if (collection.size() != elements.size()) {
      throw new Unstorable("elements of a set are equal that were not");
    }
    return collection;
  }
}
