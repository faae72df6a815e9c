package dev.holdfast.console.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RemoteJvmTest {

  @Test
  void tellsJvmsThatAreTooOldForTheAgent() {
    assertThat(RemoteJvm.tooOld("1.8")).contains("that JVM is Java 1.8 (expected: 17 or newer).");
    assertThat(RemoteJvm.tooOld("11")).contains("that JVM is Java 11 (expected: 17 or newer).");
    assertThat(RemoteJvm.tooOld("17")).isEmpty();
    assertThat(RemoteJvm.tooOld("26")).isEmpty();
  }
}
