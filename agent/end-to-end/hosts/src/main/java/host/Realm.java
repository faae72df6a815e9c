package host;

/** Holds the application; its parent is the boot loader. */
class Realm extends ClassLoader {

  Realm() {
    super(null);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try {
      byte[] bytes = Webapp.bytes(name.replace('.', '/') + ".class");
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IllegalArgumentException absent) {
      throw new ClassNotFoundException(name, absent);
    }
  }
}
