package dev.holdfast.weaving.control;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All who watch; they are to see that the engine goes. */
final class Watches implements AutoCloseable {

  private final Set<Watch> all = ConcurrentHashMap.newKeySet();

  void add(Watch watch) {
    all.add(watch);
  }

  void end(Watch watch) {
    all.remove(watch);
    watch.end();
  }

  @Override
  public void close() {
    all.forEach(this::end);
  }
}
