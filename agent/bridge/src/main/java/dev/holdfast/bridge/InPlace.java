package dev.holdfast.bridge;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Tells, at the start of a method that was woven in place, who calls it: the application, whose
 * call is to go through the pipeline, or the pipeline, whose body is the method itself.
 *
 * <p>The pipeline leaves a mark for its thread right before it calls, and the method takes it away
 * as the first thing it does. Nothing runs in between, so a mark never waits while another call
 * passes: recursion, nested guarded calls and bodies on other threads each find their own. Only a
 * call that never arrives, because the stack is full, leaves one behind, and then takes it back.
 */
public final class InPlace {

  /** What this thread's pipeline is about to call; of the JDK's types, so that it pins nothing. */
  private static final ThreadLocal<Object[]> EXPECTED =
      ThreadLocal.withInitial(() -> new Object[1]);

  private static final ClassValue<ConcurrentMap<String, InPlace>> METHODS =
      new ClassValue<ConcurrentMap<String, InPlace>>() {
        @Override
        protected ConcurrentMap<String, InPlace> computeValue(Class<?> owner) {
          return new ConcurrentHashMap<>();
        }
      };

  private static final MethodHandle ARRIVE = find("arrive", boolean.class);
  private static final MethodHandle EXPECT = find("expect", void.class);
  private static final MethodHandle FORGET = find("forget", void.class);

  private InPlace() {}

  /**
   * Links the question at a method's start; called by the JVM.
   *
   * @param method the method's name and descriptor, written together
   * @return a call site that answers whether the method's body is to be run now
   */
  public static CallSite entry(Lookup lookup, String name, MethodType type, String method) {
    return new ConstantCallSite(ARRIVE.bindTo(of(lookup.lookupClass(), method)));
  }

  /** The marks of one method. */
  static InPlace of(Class<?> owner, String method) {
    return METHODS.get(owner).computeIfAbsent(method, unknown -> new InPlace());
  }

  /** A handle of the method that makes its body run: marks, calls. */
  MethodHandle marking(MethodHandle method) {
    MethodHandle taken =
        MethodHandles.foldArguments(
            MethodHandles.throwException(method.type().returnType(), Throwable.class),
            FORGET.bindTo(this));
    MethodHandle called = MethodHandles.catchException(method, Throwable.class, taken);
    return MethodHandles.foldArguments(called, EXPECT.bindTo(this));
  }

  /** Whether the pipeline is calling: true once for each mark. */
  boolean arrive() {
    Object[] expected = EXPECTED.get();
    if (expected[0] != this) {
      return false;
    }
    expected[0] = null;
    return true;
  }

  void expect() {
    EXPECTED.get()[0] = this;
  }

  void forget() {
    EXPECTED.get()[0] = null;
  }

  private static MethodHandle find(String name, Class<?> result) {
    try {
      return MethodHandles.lookup().findVirtual(InPlace.class, name, MethodType.methodType(result));
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("methods cannot be woven in place", impossible);
    }
  }
}
