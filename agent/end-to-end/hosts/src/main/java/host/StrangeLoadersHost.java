package host;

import java.util.function.Supplier;

/** Plays the scenario in loaders that behave as no loader should, and in one of no such name. */
public final class StrangeLoadersHost {

  private StrangeLoadersHost() {}

  /** Plays the scenario twice for each way of being strange. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    for (StrangeLoader.Way way : StrangeLoader.Way.values()) {
      play(way.toString(), new StrangeLoader(way));
      play(way.toString(), new StrangeLoader(way));
    }
    play("ODDLY_NAMED", new OddlyNamed());
  }

  @SuppressWarnings("SystemOut")
  private static void play(String name, ClassLoader loader) throws ReflectiveOperationException {
    // Where a loader shows no files, what is written on a type is known once that type is loaded.
    loader.loadClass("ports.Port");
    Class<?> scenario = loader.loadClass("shop.Scenario");
    Supplier<?> played = (Supplier<?>) scenario.getConstructor().newInstance();
    System.out.println(name + " " + played.get());
  }
}
