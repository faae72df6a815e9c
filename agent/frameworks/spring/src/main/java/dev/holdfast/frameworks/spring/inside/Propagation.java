package dev.holdfast.frameworks.spring.inside;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.aopalliance.aop.Advice;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** Tells what becomes of a transaction in which a proxy is called. */
final class Propagation {

  private Propagation() {}

  /**
   * Whether what the proxy does is part of the caller's transaction, if there is one and its
   * manager is the caller's, which only the attempt shows.
   *
   * @param interceptor the interceptor from which the call goes on
   * @param type the target's class
   */
  static boolean joins(Object proxy, Advice interceptor, Method method, Class<?> type) {
    Stream<Advice> all =
        proxy instanceof Advised advised
            ? Arrays.stream(advised.getAdvisors()).map(Advisor::getAdvice)
            : Stream.of(interceptor);
    return all.filter(TransactionInterceptor.class::isInstance)
        .map(advice -> ((TransactionInterceptor) advice).getTransactionAttributeSource())
        .filter(Objects::nonNull)
        .allMatch(source -> joins(source, method, type));
  }

  private static boolean joins(TransactionAttributeSource source, Method method, Class<?> type) {
    TransactionAttribute attribute = source.getTransactionAttribute(method, type);
    return attribute == null
        || switch (attribute.getPropagationBehavior()) {
          case TransactionDefinition.PROPAGATION_REQUIRES_NEW,
              TransactionDefinition.PROPAGATION_NOT_SUPPORTED,
              TransactionDefinition.PROPAGATION_NEVER ->
              false;
          default -> true;
        };
  }
}
