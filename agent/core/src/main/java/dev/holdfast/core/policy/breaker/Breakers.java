package dev.holdfast.core.policy.breaker;

import java.util.List;

/** Breakers of one name, as whoever looks on sees them. */
interface Breakers {

  /** The name that was given, or the guard's. */
  String name();

  /** Each of them as it is now. */
  List<BreakerView> views();

  /** Closes each of them, with an empty window and no failure remembered. */
  void reset();
}
