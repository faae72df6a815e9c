package dev.holdfast.campaign;

/**
 * What came of one campaign.
 *
 * @param kills of processes that made calls
 * @param crashes of the server
 * @param calls that were answered
 * @param effects in the ledger; a campaign without any proves nothing
 * @param twiceUnderFail keys with two effects although the method would rather fail
 * @param twiceUnderRun keys with two effects that lost their holder
 * @param reported of those, the ones that the log of a process names
 * @param differing keys whose callers got different results
 * @param lost keys with which somebody got a result that nobody gets in the end
 * @param stuck keys that could not be had after all leases were over
 */
record Verdict(
    String store,
    int kills,
    int crashes,
    int calls,
    int effects,
    int twiceUnderFail,
    int twiceUnderRun,
    int reported,
    int differing,
    int lost,
    int stuck) {

  static final String HEADER =
      "%-12s %7s %14s %9s %9s %12s %5s %17s %18s %13s %11s"
          .formatted(
              "store",
              "kills",
              "server crashes",
              "calls",
              "effects",
              "twice (FAIL)",
              "(RUN)",
              "of them reported",
              "results differing",
              "results lost",
              "keys stuck");

  boolean isClean() {
    return effects > 0
        && twiceUnderFail == 0
        && reported == twiceUnderRun
        && differing == 0
        && lost == 0
        && stuck == 0;
  }

  @Override
  public String toString() {
    return "%-12s %,7d %,14d %,9d %,9d %,12d %,5d %,17d %,18d %,13d %,11d"
        .formatted(
            store,
            kills,
            crashes,
            calls,
            effects,
            twiceUnderFail,
            twiceUnderRun,
            reported,
            differing,
            lost,
            stuck);
  }
}
