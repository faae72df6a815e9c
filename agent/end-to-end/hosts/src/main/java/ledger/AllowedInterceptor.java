package ledger;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Asks who is calling, before the transaction begins. */
@Allowed
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class AllowedInterceptor {

  @AroundInvoke
  Object ask(InvocationContext invocation) throws Exception {
    Caller.check();
    return invocation.proceed();
  }
}
