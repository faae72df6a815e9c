package dev.holdfast.campaign;

/**
 * What came of one campaign.
 *
 * @param calls that were committed or refused
 * @param refused of those
 * @param effects in the database; a campaign without any proves nothing
 * @param twice keys with two effects
 * @param lost keys whose callers were told of an effect that is not there
 * @param differing keys whose callers got different results
 * @param stuck keys with an effect whose result could not be had in the end
 */
record TransactionVerdict(
    String database,
    int kills,
    int calls,
    int refused,
    int effects,
    int twice,
    int lost,
    int differing,
    int stuck) {

  static final String HEADER =
      "%-12s %8s %9s %9s %9s %14s %8s %18s %11s"
          .formatted(
              "transaction",
              "kills",
              "calls",
              "refused",
              "effects",
              "effects twice",
              "lost",
              "results differing",
              "keys stuck");

  boolean isClean() {
    return effects > 0 && twice == 0 && lost == 0 && differing == 0 && stuck == 0;
  }

  @Override
  public String toString() {
    return "%-12s %,8d %,9d %,9d %,9d %,14d %,8d %,18d %,11d"
        .formatted(database, kills, calls, refused, effects, twice, lost, differing, stuck);
  }
}
