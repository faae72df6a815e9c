package dev.holdfast.weaving;

import dev.holdfast.core.type.ClassModels;
import dev.holdfast.weaving.finding.Glance;

/** Tells class loaders among the classes that are being loaded. */
final class ClassLoaders {

  private ClassLoaders() {}

  /**
   * Whether the class is a class loader. Only what descends from something named so is followed
   * further: this is asked of every class.
   */
  static boolean isOne(Glance glance, ClassModels types) {
    for (String parent : glance.supertypes()) {
      if (parent.indexOf("Loader", parent.lastIndexOf('.') + 1) >= 0
          && types.isSubtype(parent, "java.lang.ClassLoader")) {
        return true;
      }
    }
    return false;
  }
}
