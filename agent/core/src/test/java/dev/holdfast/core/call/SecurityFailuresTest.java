package dev.holdfast.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.rmi.AccessException;
import java.util.concurrent.ExecutionException;
import javax.security.auth.login.FailedLoginException;
import org.junit.jupiter.api.Test;

class SecurityFailuresTest {

  @Test
  void deniedAccessAndFailedAuthenticationAreSecurityFailures() {
    assertThat(SecurityFailures.include(new SecurityException())).isTrue();
    assertThat(SecurityFailures.include(new AccessDeniedException("/etc/shadow"))).isTrue();
    assertThat(SecurityFailures.include(new FailedLoginException())).isTrue();
    assertThat(SecurityFailures.include(new AccessException("bind"))).isTrue();
  }

  @Test
  void carriersAreLookedThroughAndCausesAreNot() {
    assertThat(SecurityFailures.include(new ExecutionException(new SecurityException()))).isTrue();
    assertThat(SecurityFailures.include(new IOException(new SecurityException()))).isFalse();
  }
}
