package dev.holdfast.frameworks.cdi.inside;

import dev.holdfast.core.adapter.AuthorisationWords;
import dev.holdfast.core.adapter.Host;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.Decorator;
import jakarta.enterprise.inject.spi.InterceptionType;
import jakarta.enterprise.inject.spi.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks out for interceptors that authorise inside of the transaction. There a guard around the
 * transaction would answer before anybody was asked who is calling. CDI has no word for
 * authorisation: what authorises is told by its name, or that of its binding. Whatever is not
 * certain is taken for authorisation.
 */
final class Authorisation {

  private static final String UNKNOWN =
      "the interceptors inside of the transaction are not known (expected: Weld), so its guards are"
          + " inside of it.";

  /** Where Weld keeps the bindings of an invocation. */
  private static final String BINDINGS = "org.jboss.weld.interceptor.bindings";

  private final Host host;

  Authorisation(Host host) {
    this.host = host;
  }

  /**
   * Whether something that authorises comes after the transaction's interceptor, or may do so.
   *
   * @param transaction the class of the transaction's interceptor
   * @param guard the guard's name, to warn of it
   */
  boolean isInside(InvocationContext invocation, Class<?> transaction, String guard) {
    String inside = inside(invocation, transaction);
    if (inside == null) {
      return false;
    }
    host.warn(guard + ": " + inside);
    return true;
  }

  private static @Nullable String inside(InvocationContext invocation, Class<?> transaction) {
    if (!(invocation.getContextData().get(BINDINGS) instanceof Set<?> set)) {
      return UNKNOWN;
    }
    Annotation[] bindings = set.toArray(Annotation[]::new);
    BeanManager beans = CDI.current().getBeanManager();
    Set<Class<?>> bindingsBefore = new HashSet<>();
    boolean isPast = false;
    for (Interceptor<?> interceptor :
        beans.resolveInterceptors(InterceptionType.AROUND_INVOKE, bindings)) {
      if (interceptor.getBeanClass() == transaction) {
        isPast = true;
      } else if (!isPast) {
        interceptor
            .getInterceptorBindings()
            .forEach(binding -> bindingsBefore.add(binding.annotationType()));
      } else if (authorises(interceptor)) {
        return by(interceptor.getBeanClass()) + " Give it a @Priority below 200.";
      }
    }
    return isPast ? elsewhere(bindings, bindingsBefore, beans, invocation) : UNKNOWN;
  }

  /** What no interceptor that CDI knows of is there for, and what comes after all of them. */
  private static @Nullable String elsewhere(
      Annotation[] bindings,
      Set<Class<?>> bindingsBefore,
      BeanManager beans,
      InvocationContext invocation) {
    for (Annotation binding : bindings) {
      Class<?> type = binding.annotationType();
      if (AuthorisationWords.areIn(type) && !bindingsBefore.contains(type)) {
        return "what authorises by @"
            + type.getName()
            + " is not known (expected: an interceptor that comes before the transaction), so its"
            + " guards are inside of it.";
      }
    }
    for (Decorator<?> decorator : decorators(beans, invocation.getTarget().getClass())) {
      if (AuthorisationWords.areIn(decorator.getBeanClass())
          && decorates(decorator, invocation.getMethod())) {
        return by(decorator.getBeanClass()) + " Authorise by an interceptor before it.";
      }
    }
    return null;
  }

  /** The bean's own qualifiers are not told: those that its classes have, and the default one. */
  private static List<Decorator<?>> decorators(BeanManager beans, Class<?> target) {
    Set<Type> types = beans.createAnnotatedType(target).getTypeClosure();
    Set<Annotation> qualifiers = new HashSet<>(Set.of(Default.Literal.INSTANCE));
    for (Class<?> type = target; type != null; type = type.getSuperclass()) {
      for (Annotation annotation : type.getDeclaredAnnotations()) {
        if (beans.isQualifier(annotation.annotationType())) {
          qualifiers.add(annotation);
        }
      }
    }
    return beans.resolveDecorators(types, qualifiers.toArray(Annotation[]::new));
  }

  private static boolean decorates(Decorator<?> decorator, Method method) {
    for (Type type : decorator.getDecoratedTypes()) {
      Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
      if (!(raw instanceof Class<?> known) || declares(known, method)) {
        return true;
      }
    }
    return false;
  }

  /** Parameters may be of other types there: of type variables. */
  private static boolean declares(Class<?> type, Method method) {
    return Arrays.stream(type.getMethods())
        .anyMatch(
            each ->
                each.getName().equals(method.getName())
                    && each.getParameterCount() == method.getParameterCount());
  }

  private static String by(Class<?> type) {
    return "authorisation by "
        + type.getName()
        + " is inside of the transaction (expected: outside), so its guards are inside of both.";
  }

  private static boolean authorises(Interceptor<?> interceptor) {
    return AuthorisationWords.areIn(interceptor.getBeanClass())
        || interceptor.getInterceptorBindings().stream()
            .anyMatch(binding -> AuthorisationWords.areIn(binding.annotationType()));
  }
}
