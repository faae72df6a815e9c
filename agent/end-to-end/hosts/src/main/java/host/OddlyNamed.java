package host;

/** A loader whose name and whose superclass's name do not say so; it refuses all but its own. */
final class OddlyNamed extends Realm {

  @Override
  public Class<?> loadClass(String name) throws ClassNotFoundException {
    if (name.startsWith("dev.")) {
      throw new ClassNotFoundException(name);
    }
    return super.loadClass(name);
  }
}
