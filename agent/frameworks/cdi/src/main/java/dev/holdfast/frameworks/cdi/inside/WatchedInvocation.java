package dev.holdfast.frameworks.cdi.inside;

import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The invocation as the transaction's interceptor gets it. When the rest of the chain has returned,
 * notes whether the transaction, which still is under way, will be rolled back all the same.
 */
record WatchedInvocation(InvocationContext invocation, AtomicBoolean undone)
    implements InvocationContext {

  @Override
  public @Nullable Object proceed() throws Exception {
    Object result = invocation.proceed();
    undone.set(JtaTransaction.isUndone());
    return result;
  }

  @Override
  public Object getTarget() {
    return invocation.getTarget();
  }

  @Override
  public Object getTimer() {
    return invocation.getTimer();
  }

  @Override
  public Method getMethod() {
    return invocation.getMethod();
  }

  @Override
  public Constructor<?> getConstructor() {
    return invocation.getConstructor();
  }

  @Override
  public Object[] getParameters() {
    return invocation.getParameters();
  }

  @Override
  public void setParameters(Object[] parameters) {
    invocation.setParameters(parameters);
  }

  @Override
  public Map<String, Object> getContextData() {
    return invocation.getContextData();
  }

  @Override
  public Set<Annotation> getInterceptorBindings() {
    return invocation.getInterceptorBindings();
  }

  @Override
  public <T extends Annotation> T getInterceptorBinding(Class<T> type) {
    return invocation.getInterceptorBinding(type);
  }

  @Override
  public <T extends Annotation> Set<T> getInterceptorBindings(Class<T> type) {
    return invocation.getInterceptorBindings(type);
  }
}
