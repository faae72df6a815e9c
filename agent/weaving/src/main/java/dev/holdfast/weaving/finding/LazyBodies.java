package dev.holdfast.weaving.finding;

import org.jspecify.annotations.Nullable;

/** The instructions of a class, read when they are asked for. */
final class LazyBodies {

  private final byte[] classFile;
  private @Nullable Bodies bodies;

  LazyBodies(byte[] classFile) {
    this.classFile = classFile;
  }

  Bodies read() {
    Bodies known = bodies;
    if (known == null) {
      known = Bodies.read(classFile);
      bodies = known;
    }
    return known;
  }
}
