package dev.holdfast.frameworks.spring.inside;

import dev.holdfast.core.call.Detour;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/**
 * An attempt begins a transaction and goes on through the proxy's inner interceptors, on a clone of
 * the invocation: one that has been through them once would skip them the second time.
 *
 * @param body the transaction interceptor's own work
 * @param type the target's class
 */
record TransactionDetour(
    MethodHandle body,
    TransactionInterceptor interceptor,
    ProxyMethodInvocation invocation,
    Class<?> type)
    implements Detour {

  @Override
  public @Nullable Object proceed(@Nullable Object[] arguments) throws Throwable {
    MethodInvocation attempt =
        invocation.invocableClone(Arrays.copyOfRange(arguments, 1, arguments.length));
    return (Object) body.invokeExact(interceptor, attempt);
  }

  @Override
  public boolean joinsOuterTransaction() {
    TransactionAttributeSource attributes = interceptor.getTransactionAttributeSource();
    TransactionAttribute attribute =
        attributes == null
            ? null
            : attributes.getTransactionAttribute(invocation.getMethod(), type);
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
