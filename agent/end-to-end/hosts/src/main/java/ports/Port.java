package ports;

import dev.holdfast.Retry;

/** What is written on an interface holds for its implementations. */
public interface Port {

  /** Answers how often it was tried. */
  @Retry(backoff = "0")
  int send();
}
