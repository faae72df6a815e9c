package dev.holdfast.frameworks.cdi.inside;

import dev.holdfast.core.adapter.AuthorisationWords;
import dev.holdfast.core.adapter.Host;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.InterceptionType;
import jakarta.enterprise.inject.spi.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.util.Set;

/**
 * Looks out for interceptors that authorise inside of the transaction. There a guard around the
 * transaction would answer before anybody was asked who is calling. CDI has no word for
 * authorisation: what authorises is told by its name, or that of its binding.
 */
final class Authorisation {

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
    if (!(invocation.getContextData().get(BINDINGS) instanceof Set<?> bindings)) {
      host.warn(
          guard
              + ": the interceptors inside of the transaction are not known (expected: Weld), so"
              + " its guards are inside of it.");
      return true;
    }
    BeanManager beans = CDI.current().getBeanManager();
    boolean isPast = false;
    for (Interceptor<?> interceptor :
        beans.resolveInterceptors(
            InterceptionType.AROUND_INVOKE, bindings.toArray(Annotation[]::new))) {
      if (interceptor.getBeanClass() == transaction) {
        isPast = true;
      } else if (isPast && authorises(interceptor)) {
        host.warn(
            guard
                + ": authorisation by "
                + interceptor.getBeanClass().getName()
                + " is inside of the transaction (expected: outside), so its guards are inside of"
                + " both. Give it a @Priority below 200.");
        return true;
      }
    }
    return false;
  }

  private static boolean authorises(Interceptor<?> interceptor) {
    return AuthorisationWords.areIn(interceptor.getBeanClass())
        || interceptor.getInterceptorBindings().stream()
            .anyMatch(binding -> AuthorisationWords.areIn(binding.annotationType()));
  }
}
