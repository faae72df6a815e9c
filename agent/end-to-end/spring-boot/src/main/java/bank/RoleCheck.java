package bank;

import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Asks who is calling; nobody says when, so it comes after the transaction has begun. */
@Aspect
@Component
class RoleCheck {

  @Before("@annotation(bank.ClerksOnly)")
  void ask() {
    var caller = SecurityContextHolder.getContext().getAuthentication();
    if (caller == null
        || !AuthorityUtils.authorityListToSet(caller.getAuthorities()).contains("ROLE_CLERK")) {
      throw new AccessDeniedException("no clerk");
    }
  }
}
