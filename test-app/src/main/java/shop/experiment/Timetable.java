package shop.experiment;

import java.time.Duration;

/**
 * When orders arrive, whether or not earlier ones are done, and when the services are out.
 *
 * @param orders how many arrive
 */
record Timetable(int orders) {
  private static final Duration INTERVAL = Duration.ofMillis(50);

  /** The arrival of an order, counted from the first one's; {@code index} starts at 0. */
  Duration arrival(int index) {
    return INTERVAL.multipliedBy(index);
  }

  /** The outage begins in the middle. */
  Duration outageStart() {
    return arrival(orders).dividedBy(2);
  }

  /** It takes a seventh of the day. */
  Duration outageLength() {
    return arrival(orders).dividedBy(7);
  }

  boolean isOutage(Duration time) {
    Duration since = time.minus(outageStart());
    return !since.isNegative() && since.compareTo(outageLength()) < 0;
  }
}
