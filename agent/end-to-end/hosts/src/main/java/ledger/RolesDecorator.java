package ledger;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Asks who is calling, after all interceptors. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
public class RolesDecorator implements Entering {

  private final Entering delegate;

  @Inject
  RolesDecorator(@Delegate Entering delegate) {
    this.delegate = delegate;
  }

  @Override
  public void enterDecorated(String text) {
    Caller.check();
    delegate.enterDecorated(text);
  }
}
