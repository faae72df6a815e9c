package dev.holdfast.core.policy.idempotent.data;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of an array.
 *
 * @param component the class of its elements
 */
record ArrayForm(Class<?> component, Form element) implements Form {

  @Override
  public Object write(Object value, Budget budget) {
    if (budget.mustComeBack() && !component.equals(value.getClass().getComponentType())) {
      throw new Unstorable(
          "a %s would come back as a %s"
              .formatted(value.getClass().getTypeName(), component.arrayType().getTypeName()));
    }
    List<@Nullable Object> elements = new ArrayList<>();
    for (int index = 0; index < Array.getLength(value); index++) {
      elements.add(element.toData(Array.get(value, index), budget));
    }
    return elements;
  }

  @Override
  public Object read(Object data) {
    if (!(data instanceof List<?> elements)) {
      throw new Unstorable("the data of an array is malformed");
    }
    Object array = Array.newInstance(component, elements.size());
    for (int index = 0; index < elements.size(); index++) {
      try {
        Array.set(array, index, element.fromData(elements.get(index)));
      } catch (IllegalArgumentException | NullPointerException wrong) {
        throw new Unstorable("the data of an array is malformed", wrong);
      }
    }
    return array;
  }
}
