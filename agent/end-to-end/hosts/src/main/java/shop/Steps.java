package shop;

import dev.holdfast.Retry;
import java.util.function.Supplier;

/** Goes through the same lines with and without guards. */
public class Steps implements Supplier<String> {

  @Override
  public String get() {
    return step(1) + " " + fall();
  }

  private String fall() {
    try {
      return step(-1);
    } catch (IllegalStateException failure) {
      return String.valueOf(failure.getMessage());
    }
  }

  @Retry(backoff = "0")
  String step(int to) {
    if (to < 0) {
      throw new IllegalStateException("fell");
    }
    if (to == 0) {
      return "stayed";
    }
    return "went";
  }
}
