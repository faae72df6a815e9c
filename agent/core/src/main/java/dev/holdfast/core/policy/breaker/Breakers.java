package dev.holdfast.core.policy.breaker;

import java.util.List;

/** Breakers of one name, as whoever looks on sees them. */
interface Breakers {

  /** Each of them as it is now. */
  List<BreakerView> views();
}
