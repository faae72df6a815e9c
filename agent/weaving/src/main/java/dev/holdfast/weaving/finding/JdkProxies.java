package dev.holdfast.weaving.finding;

import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.MethodModel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The classes that {@link java.lang.reflect.Proxy} generates. Their methods are guarded as those of
 * the interfaces that declare them: a generated name means nothing to anybody.
 */
public final class JdkProxies {

  private static final String NAME = "$Proxy";

  private JdkProxies() {}

  /**
   * Whether a class is such a one, as far as names tell.
   *
   * @param className internal or binary
   */
  public static boolean isOne(String className) {
    int simple = Math.max(className.lastIndexOf('/'), className.lastIndexOf('.')) + 1;
    int digits = simple + NAME.length();
    return className.startsWith(NAME, simple)
        && digits < className.length()
        && Character.isDigit(className.charAt(digits));
  }

  /** Whether a proxy class stands for annotations: what they say is nothing to be guarded. */
  public static boolean isOfAnnotation(ClassModel proxy, ClassModels types) {
    return proxy.interfaces().stream()
        .flatMap(name -> types.find(name).stream())
        .anyMatch(type -> (type.modifiers() & Opcodes.ACC_ANNOTATION) != 0);
  }

  /** The method as an interface of the proxy declares it; of any other class the method itself. */
  public static GuardedMethod declared(ClassModel owner, MethodModel method, ClassModels types) {
    return isOne(owner.name())
        ? search(owner, method, types).orElse(new GuardedMethod(owner, method, types))
        : new GuardedMethod(owner, method, types);
  }

  private static Optional<GuardedMethod> search(
      ClassModel proxy, MethodModel method, ClassModels types) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(proxy.interfaces());
    for (String name = open.poll(); name != null; name = open.poll()) {
      Optional<ClassModel> type = seen.add(name) ? types.find(name) : Optional.empty();
      Optional<MethodModel> declared =
          type.flatMap(found -> found.method(method.name(), method.descriptor()));
      if (type.isPresent() && declared.isPresent()) {
        return Optional.of(new GuardedMethod(type.get(), declared.get(), types));
      }
      type.ifPresent(found -> open.addAll(found.interfaces()));
    }
    return Optional.empty();
  }
}
