package dev.holdfast.frameworks.cdi.inside;

import com.arjuna.ats.jta.cdi.transactional.TransactionalInterceptorBase;
import com.arjuna.ats.jta.cdi.transactional.TransactionalInterceptorNever;
import com.arjuna.ats.jta.cdi.transactional.TransactionalInterceptorNotSupported;
import com.arjuna.ats.jta.cdi.transactional.TransactionalInterceptorRequiresNew;
import dev.holdfast.core.call.Detour;
import dev.holdfast.core.pipeline.Passage;
import jakarta.interceptor.InvocationContext;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An attempt begins a transaction and goes on through the interceptors that come after it. The
 * invocation is that of this place in the chain, from which it proceeds as often as it is asked to;
 * the parameters are set anew, because an inner interceptor may have set others.
 *
 * @param body the transaction interceptor's own work
 */
record TransactionDetour(
    MethodHandle body,
    TransactionalInterceptorBase interceptor,
    WatchedInvocation invocation,
    Passage passage)
    implements Detour {

  @Override
  public @Nullable Object proceed(@Nullable Object[] arguments) throws Throwable {
    invocation.setParameters(Arrays.copyOfRange(arguments, 1, arguments.length));
    Passage outer = Passage.enter(passage);
    try {
      return (Object) body.invokeExact(interceptor, (InvocationContext) invocation);
    } finally {
      Passage.leave(outer);
    }
  }

  @Override
  public boolean isUndone() {
    return invocation.undone().get();
  }

  @Override
  public boolean joinsOuterTransaction() {
    return !(interceptor instanceof TransactionalInterceptorRequiresNew
        || interceptor instanceof TransactionalInterceptorNotSupported
        || interceptor instanceof TransactionalInterceptorNever);
  }
}
