package dev.holdfast.frameworks.spring.inside;

import dev.holdfast.core.adapter.Host;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.aopalliance.aop.Advice;
import org.springframework.aop.Advisor;
import org.springframework.aop.PointcutAdvisor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.framework.Advised;

/**
 * Looks out for proxies that authorise inside of the transaction. There a guard around the
 * transaction would answer before anybody was asked who is calling.
 */
final class Authorisation {

  private static final String SECURITY = "org.springframework.security.";

  private final Host host;

  Authorisation(Host host) {
    this.host = host;
  }

  /**
   * Whether something that authorises comes after the transaction's interceptor.
   *
   * @param guard the guard's name, to warn of it
   */
  boolean isInside(
      ProxyMethodInvocation invocation, Advice transaction, Class<?> target, String guard) {
    if (!(invocation.getProxy() instanceof Advised proxy)) {
      return false;
    }
    boolean isPast = false;
    for (Advisor advisor : proxy.getAdvisors()) {
      if (advisor.getAdvice() == transaction) {
        isPast = true;
      } else if (isPast && authorises(advisor, invocation.getMethod(), target)) {
        host.warn(
            guard
                + ": authorisation is inside of the transaction (expected: outside), so its"
                + " guards are inside of both. Order @EnableMethodSecurity before"
                + " @EnableTransactionManagement.");
        return true;
      }
    }
    return false;
  }

  /** Whether something that authorises is anywhere on a proxy. */
  static boolean isOn(Advised proxy, Method method, Class<?> target) {
    return Arrays.stream(proxy.getAdvisors())
        .anyMatch(advisor -> authorises(advisor, method, target));
  }

  private static boolean authorises(Advisor advisor, Method method, Class<?> target) {
    if (!advisor.getAdvice().getClass().getName().startsWith(SECURITY)) {
      return false;
    }
    return !(advisor instanceof PointcutAdvisor selective)
        || selective.getPointcut().getMethodMatcher().matches(method, target);
  }
}
