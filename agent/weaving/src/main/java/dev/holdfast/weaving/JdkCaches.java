package dev.holdfast.weaving;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import java.lang.runtime.ObjectMethods;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/** What the JDK remembers of those who used it last. */
final class JdkCaches {

  private static final List<String> METHODS_OF_RECORDS = List.of("equals", "hashCode", "toString");

  private JdkCaches() {}

  /**
   * Makes the JDK remember somebody else. {@link ObjectMethods} makes the methods of all records
   * from the same few method handles, and each of these keeps the last type that it was adapted to;
   * on newer Java versions softly, unless its loader is the JDK's own.
   */
  static void forget() throws ReflectiveOperationException {
    forget(String.class);
    ClassLoader nobody = new URLClassLoader(new URL[0], null);
    Class<?>[] any = {Runnable.class};
    forget(Proxy.newProxyInstance(nobody, any, (proxy, method, with) -> null).getClass());
  }

  private static void forget(Class<?> inFavourOf) throws ReflectiveOperationException {
    MethodHandle component = MethodHandles.empty(methodType(inFavourOf, inFavourOf));
    try {
      for (String method : METHODS_OF_RECORDS) {
        ObjectMethods.bootstrap(
            MethodHandles.lookup(), method, MethodHandle.class, inFavourOf, "component", component);
      }
    } catch (ReflectiveOperationException | RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable undeclared) {
      throw new ReflectiveOperationException(undeclared);
    }
  }
}
