package dev.holdfast.frameworks.spring.inside;

import org.springframework.aop.framework.AopProxyUtils;

/** Finds what proxies stand before. */
final class Targets {

  private Targets() {}

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
