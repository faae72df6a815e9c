package ledger;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Asks who is calling, when the transaction has begun. */
@RolesChecked
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class RolesInterceptor {

  @AroundInvoke
  Object ask(InvocationContext invocation) throws Exception {
    Caller.check();
    return invocation.proceed();
  }
}
