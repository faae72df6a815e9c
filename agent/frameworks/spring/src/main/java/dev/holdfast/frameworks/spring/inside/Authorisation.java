package dev.holdfast.frameworks.spring.inside;

import dev.holdfast.core.adapter.AuthorisationWords;
import dev.holdfast.core.adapter.Host;
import java.lang.reflect.Method;
import org.aopalliance.aop.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.PointcutAdvisor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.SpringProxy;
import org.springframework.aop.aspectj.AbstractAspectJAdvice;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.AopProxyUtils;

/**
 * Looks out for proxies that authorise inside of the transaction. There a guard around the
 * transaction would answer before anybody was asked who is calling. Whatever is not certain is
 * taken for authorisation.
 */
final class Authorisation {

  private static final String SECURITY = "org.springframework.security.";

  private static final String UNKNOWN =
      "what is inside of the transaction is not known (expected: no proxy that is opaque, or whose"
          + " target changes), so its guards are inside of it.";

  private final Host host;

  Authorisation(Host host) {
    this.host = host;
  }

  /**
   * Whether something that authorises comes after the transaction's interceptor, or may do so.
   *
   * @param guard the guard's name, to warn of it
   */
  boolean isInside(
      ProxyMethodInvocation invocation, Advice transaction, Class<?> target, String guard) {
    String inside = inside(invocation, transaction, target);
    if (inside == null) {
      return false;
    }
    host.warn(guard + ": " + inside);
    return true;
  }

  /** Whether something that authorises is anywhere on a proxy, or on one behind it. */
  static boolean isOn(Advised proxy, Method method, Class<?> target) {
    return first(proxy.getAdvisors(), 0, method, target) != null
        || behind(AopProxyUtils.getSingletonTarget(proxy), method, target) != null;
  }

  private static @Nullable String inside(
      ProxyMethodInvocation invocation, Advice transaction, Class<?> target) {
    if (!(invocation.getProxy() instanceof Advised proxy)) {
      return UNKNOWN;
    }
    Method method = invocation.getMethod();
    Advisor[] all = proxy.getAdvisors();
    Class<?> by = first(all, after(transaction, all), method, target);
    return by == null ? behind(invocation.getThis(), method, target) : sentence(by);
  }

  private static String sentence(Class<?> by) {
    return "authorisation by "
        + by.getName()
        + " is inside of the transaction (expected: outside), so its guards are inside of both."
        + (by.getName().startsWith(SECURITY)
            ? " Order @EnableMethodSecurity before @EnableTransactionManagement."
            : " Give it an @Order before that of transactions.");
  }

  /** All of them where the transaction's interceptor is called by another one. */
  private static int after(Advice transaction, Advisor[] all) {
    for (int index = 0; index < all.length; index++) {
      if (all[index].getAdvice() == transaction) {
        return index + 1;
      }
    }
    return 0;
  }

  private static @Nullable String behind(
      @Nullable Object outermost, Method method, Class<?> target) {
    Object next = outermost;
    while (next instanceof SpringProxy) {
      if (!(next instanceof Advised proxy) || !proxy.getTargetSource().isStatic()) {
        return UNKNOWN;
      }
      Class<?> by = first(proxy.getAdvisors(), 0, method, target);
      if (by != null) {
        return "authorisation by "
            + by.getName()
            + " is on a proxy inside of the transaction (expected: on one around it), so its guards"
            + " are inside of both.";
      }
      next = AopProxyUtils.getSingletonTarget(next);
    }
    return null;
  }

  private static @Nullable Class<?> first(Advisor[] all, int from, Method method, Class<?> target) {
    for (int index = from; index < all.length; index++) {
      Class<?> by = writtenIn(all[index].getAdvice());
      if (AuthorisationWords.areIn(by) && concerns(all[index], method, target)) {
        return by;
      }
    }
    return null;
  }

  /** An aspect's advice is of Spring's own class. */
  private static Class<?> writtenIn(Advice advice) {
    return advice instanceof AbstractAspectJAdvice aspect
        ? aspect.getAspectJAdviceMethod().getDeclaringClass()
        : advice.getClass();
  }

  private static boolean concerns(Advisor advisor, Method method, Class<?> target) {
    return !(advisor instanceof PointcutAdvisor selective)
        || selective.getPointcut().getMethodMatcher().matches(method, target);
  }
}
