package bank;

import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Begins once more what has failed, outside of the transaction. */
@Aspect
@Component
@Order(0)
class Insistence {

  @Around("execution(* bank.Ledger.bookInsistently(..))")
  Object insist(ProceedingJoinPoint call) throws Throwable {
    try {
      return call.proceed();
    } catch (IllegalStateException failure) {
      return call.proceed();
    }
  }
}
