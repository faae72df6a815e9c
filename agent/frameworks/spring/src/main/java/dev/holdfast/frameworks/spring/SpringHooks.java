package dev.holdfast.frameworks.spring;

import com.google.auto.service.AutoService;
import dev.holdfast.core.adapter.Hook;
import dev.holdfast.core.adapter.Hooks;
import java.util.List;

/** Spring's transactions and proxies, from Spring 5 on. */
@AutoService(Hooks.class)
public final class SpringHooks implements Hooks {

  private static final String INSIDE = SpringHooks.class.getPackageName() + ".inside.";
  private static final String JOINPOINT = "()Ljava/lang/Object;";

  @Override
  public List<Hook> hooks() {
    return List.of(
        new Hook(
            "org.springframework.transaction.interceptor.TransactionInterceptor",
            "invoke",
            "(Lorg/aopalliance/intercept/MethodInvocation;)Ljava/lang/Object;",
            INSIDE + "InterceptorGuard"),
        new Hook(
            "org.springframework.dao.support.PersistenceExceptionTranslationInterceptor",
            "invoke",
            "(Lorg/aopalliance/intercept/MethodInvocation;)Ljava/lang/Object;",
            INSIDE + "InterceptorGuard"),
        new Hook(
            "org.springframework.aop.framework.JdkDynamicAopProxy",
            "invoke",
            "(Ljava/lang/Object;Ljava/lang/reflect/Method;[Ljava/lang/Object;)Ljava/lang/Object;",
            INSIDE + "ProxyGuard"),
        new Hook(
            "org.springframework.aop.framework.ReflectiveMethodInvocation",
            "invokeJoinpoint",
            JOINPOINT,
            INSIDE + "Joinpoint"),
        // overrides it in Spring 5
        new Hook(
            "org.springframework.aop.framework.CglibAopProxy$CglibMethodInvocation",
            "invokeJoinpoint",
            JOINPOINT,
            INSIDE + "Joinpoint"),
        new Hook(
            "org.springframework.transaction.support.TransactionSynchronizationManager",
            "initSynchronization",
            "()V",
            INSIDE + "Transactions"));
  }
}
