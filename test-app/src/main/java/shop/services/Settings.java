package shop.services;

import java.time.Duration;
import java.util.List;

/**
 * How the services misbehave on one day; what {@link Main} takes on its command line.
 *
 * @param seed of the faults
 * @param outageStart counted from the first request
 * @param outageLength how long nobody is answered
 */
public record Settings(long seed, Duration outageStart, Duration outageLength) {

  static Settings parse(String... arguments) {
    return new Settings(
        Long.parseLong(arguments[0]), Duration.parse(arguments[1]), Duration.parse(arguments[2]));
  }

  /** The command line that means these settings. */
  public List<String> arguments() {
    return List.of(Long.toString(seed), outageStart.toString(), outageLength.toString());
  }
}
