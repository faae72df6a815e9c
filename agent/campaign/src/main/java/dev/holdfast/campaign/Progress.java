package dev.holdfast.campaign;

/** Prints how far a campaign is, now and then. */
final class Progress {

  private static final int EACH = 50;

  private final String name;
  private final int kills;
  private final long began = System.nanoTime();

  Progress(String name, int kills) {
    this.name = name;
    this.kills = kills;
  }

  @SuppressWarnings("SystemOut")
  void killed(int number) {
    if (number % EACH == 0 || number == kills) {
      System.out.printf("%s: %,d of %,d killed after %,d s%n", name, number, kills, seconds());
    }
  }

  @SuppressWarnings("SystemOut")
  void asking() {
    System.out.printf("%s: asks for each key once more after %,d s%n", name, seconds());
  }

  private long seconds() {
    return (System.nanoTime() - began) / 1_000_000_000L;
  }
}
