package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.plan.Attributes;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.policy.idempotent.data.Shapes;
import dev.holdfast.core.policy.idempotent.data.Storability;
import dev.holdfast.core.policy.idempotent.data.Storability.Finding;
import dev.holdfast.core.type.MethodModel;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which parameters tell one call from another: all that have a canonical form, but those that carry
 * keys.
 *
 * @param shapes by the parameters' indexes
 */
record Compared(Map<Integer, Shapes> shapes) {

  Compared {
    shapes = Map.copyOf(shapes);
  }

  /** Finds them, and notes those that are left out. */
  static Compared compile(Attributes attributes, GuardedMethod method) {
    MethodModel model = method.method();
    Map<Integer, Shapes> shapes = new TreeMap<>();
    for (int index = 0; index < model.parameters().size(); index++) {
      if (KeyParameters.carriesKeys(model, index)) {
        continue;
      }
      Finding finding =
          Storability.ofArgument(model.parameters().get(index).type(), method.types());
      if (finding instanceof Finding.Storable storable) {
        shapes.put(index, storable.shapes());
      } else {
        attributes.note(
            "does not compare %s: %s"
                .formatted(
                    KeyParameters.label(model, index), ((Finding.Flawed) finding).flaws().get(0)));
      }
    }
    return new Compared(shapes);
  }
}
