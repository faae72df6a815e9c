package dev.holdfast.weaving;

import dev.holdfast.core.type.ClassModels;
import dev.holdfast.weaving.finding.Glance;
import java.util.List;

/** Tells class loaders among the classes that are being loaded. */
final class ClassLoaders {

  private ClassLoaders() {}

  /**
   * Whether the class is a class loader that may load by a method of its own. Only what extends
   * something and names {@code loadClass} is followed further: this is asked of every class.
   */
  static boolean isOne(Glance glance, ClassModels types) {
    List<String> above = glance.supertypes();
    return glance.namesLoadClass()
        && !above.isEmpty()
        && types.isSubtype(above.get(0), "java.lang.ClassLoader");
  }
}
