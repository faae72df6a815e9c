package dev.holdfast.core.policy.retry;

import dev.holdfast.core.pipeline.Binding;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/**
 * The method that {@code onResult} names: it takes the result and returns {@code boolean}.
 *
 * @param descriptor its descriptor in its class file
 */
record ResultMethod(String name, String descriptor, boolean isStatic) {

  private static final MethodType OF_CLASS = MethodType.methodType(boolean.class, Object.class);
  private static final MethodType OF_TARGET = OF_CLASS.insertParameterTypes(0, Object.class);

  /**
   * The method, ready to be called.
   *
   * @throws LinkageError when the class has changed since it was compiled against
   */
  ResultCheck bind(Binding binding) {
    MethodType type = MethodType.fromMethodDescriptorString(descriptor, binding.loader());
    try {
      MethodHandle method =
          isStatic
              ? binding.lookup().findStatic(binding.owner(), name, type)
              : binding.lookup().findVirtual(binding.owner(), name, type);
      return isStatic
          ? new ResultCheck.OfClass(method.asType(OF_CLASS))
          : new ResultCheck.OfTarget(method.asType(OF_TARGET));
    } catch (ReflectiveOperationException changed) {
      throw new LinkageError("@Retry on " + binding.guard() + ": onResult: " + name, changed);
    }
  }
}
