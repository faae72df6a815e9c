package dev.holdfast.core.policy.retry;

import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.ReturnKind;
import dev.holdfast.core.type.TypeRef;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** What the caller of a method gets in the end: of a future, what it holds. */
final class ResultType {

  private static final TypeRef OBJECT = TypeRef.of("java.lang.Object");

  private ResultType() {}

  /** As it is declared. */
  static TypeRef of(GuardedMethod method) {
    TypeRef declared = method.method().returnType();
    if (!method.returnKind().isAsync()) {
      return declared;
    }
    return declared.arguments().isEmpty() ? OBJECT : declared.arguments().get(0);
  }

  /** As a class; of a future whose content cannot be told, {@code Object}. */
  static Class<?> load(GuardedMethod method, @Nullable ClassLoader loader) {
    if (method.returnKind() == ReturnKind.VALUE) {
      String descriptor = method.method().descriptor();
      String result = "()" + descriptor.substring(descriptor.indexOf(')') + 1);
      return MethodType.fromMethodDescriptorString(result, loader).returnType();
    }
    TypeRef content = of(method);
    try {
      return content.isArray() ? Object[].class : Class.forName(content.name(), false, loader);
    } catch (ClassNotFoundException unknown) {
      return Object.class;
    }
  }
}
