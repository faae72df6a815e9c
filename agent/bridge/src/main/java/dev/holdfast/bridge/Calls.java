package dev.holdfast.bridge;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls woven methods of class files older than Java 7, which cannot hold {@code invokedynamic}.
 * The call sites of a class hang on the class itself and are collected with it.
 */
public final class Calls {

  static final MethodType GENERIC = MethodType.methodType(Object.class, Object[].class);
  static final String GENERIC_DESCRIPTOR = GENERIC.toMethodDescriptorString();

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
      MethodHandle bare = Bootstrap.body(rights(owner), body, GENERIC, Bootstrap.STATIC);
      site = first(sites, name.concat(descriptor), link(owner, name, descriptor, bare));
    }
    return call(site.getTarget(), arguments);
  }

  /**
   * Asked at the start of a method that was woven in place.
   *
   * @param owner the class that declares the method
   * @param name the method's name
   * @param descriptor the method's descriptor
   * @return the pipeline to {@link #call(MethodHandle, Object[]) call}; null if the method's own
   *     body is to run, because it is the pipeline that calls, or because nothing can be linked
   */
  public static @Nullable MethodHandle inPlace(
      Class<?> owner, String name, String descriptor, boolean isStatic) {
    InPlace entry = InPlace.of(owner, name.concat(descriptor));
    if (entry.arrive()) {
      return null;
    }
    ConcurrentMap<String, CallSite> sites = SITES.get(owner);
    CallSite site = sites.get(name.concat(descriptor));
    if (site == null) {
      try {
        MethodHandle body = entry.marking(body(owner, name, descriptor, isStatic));
        MethodHandle bare = body.asSpreader(Object[].class, body.type().parameterCount());
        CallSite linked = link(owner, name, descriptor, bare.asType(GENERIC));
        site = first(sites, name.concat(descriptor), linked);
      } catch (ReflectiveOperationException | TypeNotPresentException | LinkageError unknownType) {
        // Its signature names a class that is not there: unwoven, it could be called all the same.
        return null;
      }
    }
    return site.getTarget();
  }

  /**
   * Calls a pipeline.
   *
   * @param arguments the receiver first unless the method is static, primitives boxed
   * @return the result, boxed; null for {@code void}
   * @throws Throwable whatever the pipeline throws
   */
  public static Object call(MethodHandle pipeline, Object[] arguments) throws Throwable {
    return pipeline.invokeExact(arguments);
  }

  /** Forgets the call sites of a class, once the engine that linked them has gone. */
  public static void forget(Class<?> owner) {
    SITES.remove(owner);
  }

  private static CallSite link(Class<?> owner, String name, String descriptor, MethodHandle bare)
      throws IllegalAccessException {
    return Bootstrap.link(new WovenSite(rights(owner), name, descriptor, GENERIC, bare, true));
  }

  private static MethodHandle body(Class<?> owner, String name, String descriptor, boolean isStatic)
      throws ReflectiveOperationException {
    MethodType declared = MethodType.fromMethodDescriptorString(descriptor, owner.getClassLoader());
    return isStatic
        ? Bootstrap.body(rights(owner), name, declared, Bootstrap.STATIC)
        : Bootstrap.body(rights(owner), name, declared.insertParameterTypes(0, owner), 0);
  }

  private static Lookup rights(Class<?> owner) throws IllegalAccessException {
    return MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
  }

  private static CallSite first(
      ConcurrentMap<String, CallSite> sites, String method, CallSite linked) {
    CallSite raced = sites.putIfAbsent(method, linked);
    return raced == null ? linked : raced;
  }
}
