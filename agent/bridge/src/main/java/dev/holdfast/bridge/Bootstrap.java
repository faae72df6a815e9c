package dev.holdfast.bridge;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The bootstrap method of woven code.
 *
 * <p>A linkage error is remembered for ever by the JVM, so nothing thrown by the engine leaves this
 * class: when the engine cannot link, the bare body is bound and the application runs as unwoven.
 */
public final class Bootstrap {

  /** The body is a static method. */
  public static final int STATIC = 1;

  /** The body takes a trailing {@code short} that tells it from the method it came from. */
  public static final int MARKED = 2;

  /** The body is the woven method itself, which asks {@link InPlace} who calls it. */
  public static final int IN_PLACE = 4;

  private static volatile @Nullable Linker linker;
  private static UnaryOperator<String> control = UnaryOperator.identity();
  private static String plugged = "";

  private Bootstrap() {}

  /**
   * Plugs an engine in, unless there is one already.
   *
   * @param questions answers what {@link #ask} is asked
   * @param version of the engine, for messages
   * @return false when another engine is there
   */
  public static synchronized boolean plug(
      Linker engine, UnaryOperator<String> questions, String version) {
    if (linker != null) {
      return false;
    }
    linker = engine;
    control = questions;
    plugged = version;
    return true;
  }

  /** Unplugs the engine: what is linked from now on runs its bare body. */
  public static synchronized void unplug() {
    linker = null;
    control = UnaryOperator.identity();
    plugged = "";
  }

  /** The version of the engine that is plugged in; empty if there is none. */
  public static synchronized String plugged() {
    return plugged;
  }

  /**
   * Asks the engine from outside, on behalf of the command line.
   *
   * @return its answer; null if there is no engine
   */
  public static @Nullable String ask(String question) {
    UnaryOperator<String> asked;
    synchronized (Bootstrap.class) {
      if (linker == null) {
        return null;
      }
      asked = control;
    }
    return asked.apply(question);
  }

  /**
   * Links one woven method; called by the JVM at the method's first call.
   *
   * @param body the name of the method that holds the body
   * @param descriptor the woven method's descriptor
   * @param flags {@link #STATIC}, {@link #MARKED} and {@link #IN_PLACE}
   */
  public static CallSite link(
      Lookup lookup, String name, MethodType type, String body, String descriptor, int flags)
      throws ReflectiveOperationException {
    MethodHandle bare = body(lookup, body, type, flags);
    if ((flags & IN_PLACE) != 0) {
      bare = InPlace.of(lookup.lookupClass(), name.concat(descriptor)).marking(bare);
    }
    boolean isSpread = type.equals(Calls.GENERIC) && !descriptor.equals(Calls.GENERIC_DESCRIPTOR);
    return link(new WovenSite(lookup, name, descriptor, type, bare, isSpread));
  }

  /** Links by the engine; the bare body where there is none, or where it cannot. */
  static CallSite link(WovenSite site) {
    Linker engine = linker;
    if (engine != null) {
      try {
        return engine.link(site);
      } catch (Throwable engineFailed) {
        // The engine has reported it behind its own door; here only the application counts.
        return new ConstantCallSite(site.body());
      }
    }
    return new ConstantCallSite(site.body());
  }

  /** A handle of the method that holds a body. */
  static MethodHandle body(Lookup lookup, String body, MethodType type, int flags)
      throws ReflectiveOperationException {
    boolean isStatic = (flags & STATIC) != 0;
    boolean isMarked = (flags & MARKED) != 0;
    MethodType declared = isStatic ? type : type.dropParameterTypes(0, 1);
    if (isMarked) {
      declared = declared.appendParameterTypes(short.class);
    }
    Class<?> owner = lookup.lookupClass();
    MethodHandle handle =
        isStatic
            ? lookup.findStatic(owner, body, declared)
            : lookup.findSpecial(owner, body, declared, owner);
    if (isMarked) {
      handle = MethodHandles.insertArguments(handle, handle.type().parameterCount() - 1, (short) 0);
    }
    return handle.asFixedArity();
  }
}
