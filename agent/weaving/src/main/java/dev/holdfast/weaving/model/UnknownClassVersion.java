package dev.holdfast.weaving.model;

/** A class file of a Java that is newer than this agent. */
public final class UnknownClassVersion extends UnreadableClass {

  private static final long serialVersionUID = 1L;

  private static final int JAVA_0 = 44;

  private final String name;
  private final int version;

  /**
   * @param name the class's binary name
   * @param version the class file's major version
   * @param newest the newest major version that can be read
   */
  UnknownClassVersion(String name, int version, int newest) {
    super(
        "class file version: %d (expected: <= %d) on %s. It was compiled for Java %d and is left as it is; use an agent that knows Java %d."
            .formatted(version, newest, name, version - JAVA_0, version - JAVA_0));
    this.name = name;
    this.version = version;
  }

  /** The class's binary name. */
  public String name() {
    return name;
  }

  /** The class file's major version. */
  public int version() {
    return version;
  }
}
