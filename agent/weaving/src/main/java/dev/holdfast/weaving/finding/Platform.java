package dev.holdfast.weaving.finding;

/** The types that nobody can have annotated with ours. */
final class Platform {

  private Platform() {}

  /** Whether a type is one of the JDK, of the standards around it, or of ours. */
  static boolean owns(String type) {
    return type.startsWith("java.")
        || type.startsWith("javax.")
        || type.startsWith("jakarta.")
        || type.startsWith("jdk.")
        || type.startsWith("sun.")
        || type.startsWith("com.sun.")
        || isOurs(type);
  }

  /** Annotations and exceptions of ours; an application may have packages of such a name. */
  private static boolean isOurs(String type) {
    String ours = "dev.holdfast.";
    return type.startsWith(ours) && type.indexOf('.', ours.length()) < 0;
  }
}
