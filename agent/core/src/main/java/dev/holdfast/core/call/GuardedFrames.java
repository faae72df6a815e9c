package dev.holdfast.core.call;

/**
 * Counts the guarded calls on the calling thread's stack: slow, and asked only around the moment
 * when {@linkplain Scopes#track tracking} begins.
 */
final class GuardedFrames {

  /** Every guarded call goes through this class's method {@code call}. */
  static final String ENTRY = "dev.holdfast.core.pipeline.Entry";

  private GuardedFrames() {}

  static long count() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> frame.getClassName().equals(ENTRY))
                    .filter(frame -> frame.getMethodName().equals("call"))
                    .count());
  }
}
