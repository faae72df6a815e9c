package dev.holdfast.weaving.control;

import java.util.function.Supplier;

/** The answer that one watcher looks at: written until the watcher or the engine has gone. */
final class Watch {

  private final String property;
  private final ProcessHandle watcher;
  private final Supplier<Answer> status;
  private boolean isOver;

  /**
   * @param property where the watcher looks
   */
  Watch(String property, ProcessHandle watcher, Supplier<Answer> status) {
    this.property = property;
    this.watcher = watcher;
    this.status = status;
  }

  /** Writes the status as it is now; false once nobody looks any more. */
  boolean write() {
    if (!watcher.isAlive()) {
      return false;
    }
    String line = status.get().line();
    synchronized (this) {
      if (!isOver) {
        System.setProperty(property, line);
      }
      return !isOver;
    }
  }

  /** Takes the answer away. */
  synchronized void end() {
    isOver = true;
    System.clearProperty(property);
  }
}
