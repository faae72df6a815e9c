package dev.holdfast.core.policy.fallback;

import dev.holdfast.core.pipeline.Binding;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Turns fallback methods into handles of type {@code (Object[],Throwable)Object}, and adapts their
 * results as an assignment would.
 */
final class MethodBinder {

  private static final MethodHandle COMPLETED = completed();
  private static final MethodHandle IS_PROXY = isProxy();

  private final Binding binding;
  private final Lookup lookup;
  private final boolean isStatic;
  private final MethodType guarded;

  MethodBinder(Binding binding) {
    this.binding = binding;
    this.lookup = binding.lookup();
    this.isStatic = binding.method().method().isStatic();
    this.guarded = type(binding.method().method().descriptor());
  }

  MethodSubstitute.Overload bind(FallbackMethod method) throws ReflectiveOperationException {
    MethodHandle found = find(method).asFixedArity();
    MethodHandle withReceiver =
        method.isStatic() && !isStatic
            ? MethodHandles.dropArguments(found, 0, Object.class)
            : found;
    return new MethodSubstitute.Overload(
        failure(method), spread(answering(withReceiver, method), method.failure().isPresent()));
  }

  private @Nullable Class<?> failure(FallbackMethod method) throws ClassNotFoundException {
    return method.failure().isEmpty()
        ? null
        : Class.forName(method.failure().get(), false, binding.loader());
  }

  private MethodHandle find(FallbackMethod method) throws ReflectiveOperationException {
    MethodType type = type(method.descriptor());
    boolean isOwn = method.owner().equals(lookup.lookupClass().getName());
    Class<?> owner = isOwn ? lookup.lookupClass() : lookup.findClass(method.owner());
    if (method.isStatic()) {
      return lookup.findStatic(owner, method.name(), type);
    }
    return owner.isInterface()
        ? ofInterface(owner, method.name(), type)
        : lookup.findVirtual(owner, method.name(), type);
  }

  /** Past the handler of a proxy that is the implementation: that may know no such method. */
  private MethodHandle ofInterface(Class<?> owner, String name, MethodType type)
      throws ReflectiveOperationException {
    Lookup inside = binding.services().access().in(owner);
    MethodHandle virtual = inside.findVirtual(owner, name, type);
    if (Modifier.isAbstract(inside.revealDirect(virtual).getModifiers())) {
      return virtual;
    }
    MethodHandle special = inside.findSpecial(owner, name, type, owner);
    return MethodHandles.guardWithTest(
        IS_PROXY.asType(MethodType.methodType(boolean.class, owner)), special, virtual);
  }

  static boolean isProxy(Object receiver) {
    return Proxy.isProxyClass(receiver.getClass());
  }

  /** What a method answers later may be answered by a future or by what it holds. */
  private MethodHandle answering(MethodHandle handle, FallbackMethod method) {
    if (!binding.method().returnKind().isAsync()) {
      return handle.asType(handle.type().changeReturnType(guarded.returnType()));
    }
    return method.answersLater()
        ? handle
        : MethodHandles.filterReturnValue(
            handle.asType(handle.type().changeReturnType(Object.class)), COMPLETED);
  }

  private static MethodHandle spread(MethodHandle handle, boolean takesFailure) {
    MethodType generic = handle.type().generic();
    if (!takesFailure) {
      MethodHandle spread =
          handle.asType(generic).asSpreader(Object[].class, generic.parameterCount());
      return MethodHandles.dropArguments(spread, 1, Throwable.class);
    }
    int arguments = generic.parameterCount() - 1;
    return handle
        .asType(generic.changeParameterType(arguments, Throwable.class))
        .asSpreader(0, Object[].class, arguments);
  }

  private MethodType type(String descriptor) {
    return MethodType.fromMethodDescriptorString(descriptor, binding.loader());
  }

  private static MethodHandle completed() {
    try {
      return MethodHandles.lookup()
          .findStatic(
              CompletableFuture.class,
              "completedFuture",
              MethodType.methodType(CompletableFuture.class, Object.class));
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("the platform lacks CompletableFuture.completedFuture", impossible);
    }
  }

  private static MethodHandle isProxy() {
    try {
      return MethodHandles.lookup()
          .findStatic(
              MethodBinder.class, "isProxy", MethodType.methodType(boolean.class, Object.class));
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("the binder lacks isProxy", impossible);
    }
  }
}
