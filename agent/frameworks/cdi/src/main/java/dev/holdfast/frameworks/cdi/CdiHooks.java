package dev.holdfast.frameworks.cdi;

import com.google.auto.service.AutoService;
import dev.holdfast.core.adapter.Hook;
import dev.holdfast.core.adapter.Hooks;
import java.util.List;

/** Narayana's transactions under CDI, from Narayana 6 on, the first with Jakarta's packages. */
@AutoService(Hooks.class)
public final class CdiHooks implements Hooks {

  private static final String INSIDE = CdiHooks.class.getPackageName() + ".inside.";

  @Override
  public List<Hook> hooks() {
    return List.of(
        new Hook(
            "com.arjuna.ats.jta.cdi.transactional.TransactionalInterceptorBase",
            "intercept",
            "(Ljakarta/interceptor/InvocationContext;)Ljava/lang/Object;",
            INSIDE + "TransactionGuard"),
        new Hook(
            "com.arjuna.ats.internal.jta.transaction.arjunacore.BaseTransaction",
            "begin",
            "()V",
            INSIDE + "Transactions"));
  }
}
