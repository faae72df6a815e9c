package dev.holdfast.campaign;

/**
 * What came of one campaign.
 *
 * @param calls that were answered
 * @param twiceUnderFail keys with two effects although the method would rather fail
 * @param twiceUnderRun keys with two effects that lost their holder
 * @param unreported of those, the ones that no process has told of
 * @param differing keys whose callers got different results
 * @param stuck keys that could not be had after all leases were over
 */
record Verdict(
    String store,
    int kills,
    int calls,
    int twiceUnderFail,
    int twiceUnderRun,
    int unreported,
    int differing,
    int stuck) {

  static final String HEADER =
      "%-12s %8s %9s %17s %16s %11s %18s %11s"
          .formatted(
              "store",
              "kills",
              "calls",
              "twice under FAIL",
              "twice under RUN",
              "unreported",
              "results differing",
              "keys stuck");

  boolean isClean() {
    return twiceUnderFail == 0 && unreported == 0 && differing == 0 && stuck == 0;
  }

  @Override
  public String toString() {
    return "%-12s %,8d %,9d %,17d %,16d %,11d %,18d %,11d"
        .formatted(
            store, kills, calls, twiceUnderFail, twiceUnderRun, unreported, differing, stuck);
  }
}
