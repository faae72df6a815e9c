package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.type.MethodModel;
import java.lang.invoke.MethodType;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Arrays;

/** Tells a method that was handed a connection of a transaction that cannot go on. */
record ArgumentFailure(Binding binding) {

  /** As JDBC tells it; wrapped, where the method does not declare that. */
  Throwable of(String message, SQLException cause) {
    SQLException failure = new SQLTransactionRollbackException(message, cause.getSQLState(), cause);
    return isDeclared() ? failure : new UndeclaredThrowableException(failure, message);
  }

  private boolean isDeclared() {
    MethodModel method = binding.method().method();
    MethodType type = MethodType.fromMethodDescriptorString(method.descriptor(), binding.loader());
    try {
      return Arrays.stream(
              binding
                  .owner()
                  .getDeclaredMethod(method.name(), type.parameterArray())
                  .getExceptionTypes())
          .anyMatch(declared -> declared.isAssignableFrom(SQLTransactionRollbackException.class));
    } catch (NoSuchMethodException changed) {
      return false;
    }
  }
}
