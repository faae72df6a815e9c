package dev.holdfast.frameworks.spring.inside;

import java.lang.reflect.Method;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.support.AopUtils;

/** Finds what proxies stand before. */
final class Targets {

  private Targets() {}

  /** What a class runs for a method of its interfaces or superclasses; abstract if it has none. */
  static Method body(Method called, Class<?> type) {
    return AopUtils.getMostSpecificMethod(called, type);
  }

  /** What stands behind the last of the proxies that stand before one another. */
  static Object innermost(Object target) {
    Object innermost = target;
    Object next = AopProxyUtils.getSingletonTarget(innermost);
    while (next != null) {
      innermost = next;
      next = AopProxyUtils.getSingletonTarget(innermost);
    }
    return innermost;
  }
}
