package ledger;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts; comes after the transaction has begun. */
@Audited
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class AuditInterceptor {

  /** How often it ran. */
  public static final AtomicInteger RUNS = new AtomicInteger();

  @AroundInvoke
  Object count(InvocationContext invocation) throws Exception {
    RUNS.incrementAndGet();
    return invocation.proceed();
  }
}
