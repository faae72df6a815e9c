package dev.holdfast.core.pipeline;

/** A library of test doubles that works inside of guarded bodies: what it answers is no outcome. */
public interface Mocks {

  /** Whether calls of that object's methods are answered by the library. */
  boolean isMock(Object instance);

  /**
   * Whether the calling thread's next call of a static method of that class is answered by the
   * library. To be asked once for each call: asking may count as a call.
   */
  boolean isMockedStatic(Class<?> type);
}
