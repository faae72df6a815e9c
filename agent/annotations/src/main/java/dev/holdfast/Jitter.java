package dev.holdfast;

/**
 * How the wait between two attempts is spread, so that callers that failed together do not come
 * back together. Here <i>w</i> is the computed wait and <i>base</i> is {@link Retry#backoff()}.
 *
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Marc
 *     Brooker, Exponential Backoff And Jitter: the source of the four ways and their names</a>
 */
public enum Jitter {
  /** Exactly <i>w</i>. */
  NONE,

  /** Anything between 0 and <i>w</i>: the least load on the callee, and the default. */
  FULL,

  /** Anything between <i>w</i>/2 and <i>w</i>: never a wait close to none. */
  EQUAL,

  /** Anything between <i>base</i> and three times the wait before. */
  DECORRELATED
}
