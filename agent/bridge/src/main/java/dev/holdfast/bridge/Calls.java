package dev.holdfast.bridge;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Calls woven methods of class files older than Java 7, which cannot hold {@code invokedynamic}.
 * The call sites of a class hang on the class itself and are collected with it.
 */
public final class Calls {

  private static final MethodType GENERIC = MethodType.methodType(Object.class, Object[].class);

  private static final ClassValue<ConcurrentMap<String, CallSite>> SITES =
      new ClassValue<ConcurrentMap<String, CallSite>>() {
        @Override
        protected ConcurrentMap<String, CallSite> computeValue(Class<?> owner) {
          return new ConcurrentHashMap<>();
        }
      };

  private Calls() {}

  /**
   * Calls a woven method through its pipeline.
   *
   * @param arguments the receiver first unless the method is static, primitives boxed
   * @param owner the class that declares the method
   * @param name the method's name
   * @param descriptor the method's descriptor
   * @param body the name of the static method that takes {@code Object[]} and runs the body
   * @return the result, boxed; null for {@code void}
   * @throws Throwable whatever the pipeline throws
   */
  public static Object call(
      Object[] arguments, Class<?> owner, String name, String descriptor, String body)
      throws Throwable {
    ConcurrentMap<String, CallSite> sites = SITES.get(owner);
    CallSite site = sites.get(name.concat(descriptor));
    if (site == null) {
      CallSite linked =
          Bootstrap.link(
              MethodHandles.privateLookupIn(owner, MethodHandles.lookup()),
              name,
              GENERIC,
              body,
              descriptor,
              Bootstrap.STATIC);
      CallSite raced = sites.putIfAbsent(name.concat(descriptor), linked);
      site = raced == null ? linked : raced;
    }
    MethodHandle target = site.getTarget();
    return target.invokeExact(arguments);
  }
}
