package host;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A loader that defines the application itself and is strange in one way. */
class StrangeLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  /** In what it is strange. */
  enum Way {
    NONE,
    KNOWS_NOTHING_OF_US,
    ANSWERS_NULL,
    NAMES_NO_CLASS,
    SHOWS_NO_FILE,
    FAILS_TO_SHOW,
    ENDS_IN_AN_ERROR,
    NEVER_ENDS,
    SHOWS_RUBBISH,
    BREAKS_OFF,
    HAS_NO_HASH_CODE,
    EQUALS_ALL_OTHERS
  }

  private final Way way;

  StrangeLoader(Way way) {
    super(StrangeLoader.class.getClassLoader());
    this.way = way;
  }

  @Override
  protected @Nullable Class<?> loadClass(String name, boolean resolve)
      throws ClassNotFoundException {
    if (way == Way.KNOWS_NOTHING_OF_US && name.startsWith("dev.")) {
      throw new SecurityException(name);
    }
    if (name.startsWith("shop.") || name.startsWith("ports.")) {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
    }
    return way == Way.ANSWERS_NULL && !name.startsWith("java.")
        ? null
        : super.loadClass(name, resolve);
  }

  private Class<?> define(String name) {
    byte[] bytes = Webapp.bytes(name.replace('.', '/') + ".class");
    return defineClass(way == Way.NAMES_NO_CLASS ? null : name, bytes, 0, bytes.length);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    return switch (way) {
      case SHOWS_NO_FILE -> null;
      case FAILS_TO_SHOW -> throw new UnsupportedOperationException("files");
      case ENDS_IN_AN_ERROR -> throw new AssertionError("files");
      case NEVER_ENDS -> getResourceAsStream(name);
      case SHOWS_RUBBISH -> new ByteArrayInputStream(new byte[] {1, 2, 3});
      case BREAKS_OFF -> new BreaksOff();
      default -> super.getResourceAsStream(name);
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    fail();
    return way == Way.EQUALS_ALL_OTHERS ? other instanceof StrangeLoader : this == other;
  }

  @Override
  public int hashCode() {
    fail();
    return way == Way.EQUALS_ALL_OTHERS ? 1 : System.identityHashCode(this);
  }

  @Override
  public String toString() {
    fail();
    return String.valueOf(way);
  }

  private void fail() {
    if (way == Way.HAS_NO_HASH_CODE) {
      throw new IllegalStateException("a loader is not to be asked this");
    }
  }

  private static final class BreaksOff extends InputStream {

    private int read;

    @Override
    public int read() throws IOException {
      if (++read > 8) {
        throw new IOException("broken off");
      }
      return 0xCA;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      into[offset] = (byte) read();
      return 1;
    }
  }
}
