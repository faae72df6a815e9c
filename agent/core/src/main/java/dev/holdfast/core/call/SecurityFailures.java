package dev.holdfast.core.call;

import java.util.List;

/**
 * Failures that say who may not do what: neither the callee's health nor anything that a second
 * attempt or a substitute should paper over.
 */
public final class SecurityFailures {

  private static final FailureTypes TYPES =
      new FailureTypes(
          List.of(
              "java.lang.SecurityException",
              "java.nio.file.AccessDeniedException",
              "java.rmi.AccessException",
              "java.sql.SQLInvalidAuthorizationSpecException",
              "javax.naming.AuthenticationException",
              "javax.naming.NoPermissionException",
              "javax.security.auth.login.LoginException",
              "javax.security.auth.message.AuthException",
              "jakarta.security.auth.message.AuthException",
              "javax.security.sasl.AuthenticationException",
              "javax.security.enterprise.AuthenticationException",
              "jakarta.security.enterprise.AuthenticationException",
              "javax.mail.AuthenticationFailedException",
              "jakarta.mail.AuthenticationFailedException",
              "javax.ejb.EJBAccessException",
              "jakarta.ejb.EJBAccessException",
              "javax.ws.rs.ForbiddenException",
              "javax.ws.rs.NotAuthorizedException",
              "jakarta.ws.rs.ForbiddenException",
              "jakarta.ws.rs.NotAuthorizedException",
              "org.springframework.security.access.AccessDeniedException",
              "org.springframework.security.core.AuthenticationException",
              "io.quarkus.security.AuthenticationException",
              "io.quarkus.security.ForbiddenException",
              "io.quarkus.security.UnauthorizedException",
              "org.apache.shiro.ShiroException"),
          List.of());

  private SecurityFailures() {}

  /** Whether this is such a failure; carriers are looked through. */
  public static boolean include(Throwable failure) {
    return TYPES.covers(failure);
  }
}
