package host;

import java.util.function.Supplier;

/** An application on the class path, as {@code java -cp} starts it. */
public final class PlainHost {

  private PlainHost() {}

  /** Makes each of these classes' objects and prints what it supplies. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws ReflectiveOperationException {
    for (String name : arguments) {
      Supplier<?> played =
          Class.forName(name).asSubclass(Supplier.class).getConstructor().newInstance();
      System.out.println(name + " " + played.get());
    }
  }
}
