package dev.holdfast.campaign;

/**
 * What came of one campaign.
 *
 * @param calls that were answered
 * @param effects in the ledger; a campaign without any proves nothing
 * @param twiceUnderFail keys with two effects although the method would rather fail
 * @param twiceUnderRun keys with two effects that lost their holder
 * @param unnamed of those, the ones that no log names: a process names 5 in 10 s, and counts all
 * @param differing keys whose callers got different results
 * @param stuck keys that could not be had after all leases were over
 */
record Verdict(
    String store,
    int kills,
    int calls,
    int effects,
    int twiceUnderFail,
    int twiceUnderRun,
    int unnamed,
    int differing,
    int stuck) {

  static final String HEADER =
      "%-12s %8s %9s %9s %17s %16s %12s %18s %11s"
          .formatted(
              "store",
              "kills",
              "calls",
              "effects",
              "twice under FAIL",
              "twice under RUN",
              "not in a log",
              "results differing",
              "keys stuck");

  boolean isClean() {
    return effects > 0 && twiceUnderFail == 0 && differing == 0 && stuck == 0;
  }

  @Override
  public String toString() {
    return "%-12s %,8d %,9d %,9d %,17d %,16d %,12d %,18d %,11d"
        .formatted(
            store, kills, calls, effects, twiceUnderFail, twiceUnderRun, unnamed, differing, stuck);
  }
}
