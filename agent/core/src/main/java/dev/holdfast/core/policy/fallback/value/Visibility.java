package dev.holdfast.core.policy.fallback.value;

import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import java.lang.reflect.Modifier;

/**
 * Which static members one class may use, as class files tell (JLS 6.6). Modules are not looked at:
 * what they hide is told when the method is linked.
 *
 * @param types finds classes as the user's loader would
 * @param user the class that uses members
 */
public record Visibility(ClassModels types, ClassModel user) {

  /**
   * Whether the user may name a member.
   *
   * @param declaring the class that declares the member
   * @param modifiers the member's
   */
  public boolean includes(ClassModel declaring, int modifiers) {
    if (outermost(declaring).equals(outermost(user))) {
      return true;
    }
    if (Modifier.isPrivate(modifiers)) {
      return false;
    }
    if (declaring.packageName().equals(user.packageName())) {
      return true;
    }
    return declaring.isPublic()
        && (Modifier.isPublic(modifiers)
            || (Modifier.isProtected(modifiers) && types.isSubtype(user.name(), declaring.name())));
  }

  /** Classes nested in one are nest mates since Java 11, and had accessors before. */
  private static String outermost(ClassModel type) {
    int nested = type.name().indexOf('$');
    return nested < 0 ? type.name() : type.name().substring(0, nested);
  }
}
