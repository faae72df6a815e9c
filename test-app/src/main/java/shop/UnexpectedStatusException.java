package shop;

import java.io.IOException;
import java.net.URI;

/** A service answered, but not with 200. */
public final class UnexpectedStatusException extends IOException {
  private static final long serialVersionUID = 1L;

  UnexpectedStatusException(URI asked, int status) {
    super("POST " + asked + " was answered " + status + " (expected: 200)");
  }
}
