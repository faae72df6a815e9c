package dev.holdfast.core.config;

import dev.holdfast.core.plan.PolicyAttribute;

/**
 * What the value of an attribute must look like, by the annotation's type and default alone; the
 * policy itself knows ranges and more, and checks them when a method's plan is compiled.
 */
final class AttributeForm {

  private AttributeForm() {}

  static ValueForm of(PolicyAttribute attribute) {
    Class<?> type = attribute.type();
    if (type == boolean.class) {
      return CommonForm.FLAG;
    }
    if (type == int.class || type == long.class) {
      return CommonForm.INTEGER;
    }
    if (type == double.class) {
      return CommonForm.NUMBER;
    }
    if (type.isEnum()) {
      return ChoiceForm.of((Enum<?>[]) type.getEnumConstants());
    }
    return isDuration(attribute) ? CommonForm.DURATION : CommonForm.ANY;
  }

  /** Texts whose default is a duration are durations. */
  private static boolean isDuration(PolicyAttribute attribute) {
    return attribute.type() == String.class
        && attribute.builtIn().isPresent()
        && DurationText.parse(attribute.builtIn().get().toString()).isPresent();
  }
}
