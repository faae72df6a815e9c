package dev.holdfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stores as the agent jar holds them. */
class StoresIT {

  private static final String PROGRAM = Programs.name("Kept");

  static List<Jdk> jdks() {
    return Programs.jdks();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aResultInAFolderOutlivesItsJvm(Jdk jdk, @TempDir Path folder) throws Exception {
    ForkedJvm jvm = Programs.underAgent(jdk).withOptions("-Dholdfast.store=file:" + folder);

    assertThat(jvm.run(PROGRAM).out())
        .isEqualTo(
            """
            charged 17
            equal: true
            drivers: []
            """);
    assertThat(jvm.run(PROGRAM).out())
        .isEqualTo(
            """
            equal: true
            drivers: []
            """);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aDatabaseThatIsAwayIsNamedAndItsPasswordAndDriverAreNot(Jdk jdk) throws Exception {
    ForkedJvm.Result result =
        Programs.underAgent(jdk)
            .withOptions(
                "-Dholdfast.log=debug",
                "-Dholdfast.store=jdbc:postgresql://localhost:1/shop?password=hunter2",
                "-Dholdfast.store.password=hunter3")
            .run(PROGRAM);

    assertThat(result.out())
        .isEqualTo(
            """
            StoreUnavailableException
            drivers: []
            """);
    assertThat(result.err())
        .contains("holdfast.store cannot be reached: ConnectException: Connection refused")
        .doesNotContain("hunter");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aRedisThatIsAwayIsNamedAndItsPasswordIsNot(Jdk jdk) throws Exception {
    ForkedJvm.Result result =
        Programs.underAgent(jdk)
            .withOptions(
                "-Dholdfast.log=debug", "-Dholdfast.store=redis://shop:hunter2@localhost:1/3")
            .run(PROGRAM);

    assertThat(result.out())
        .isEqualTo(
            """
            StoreUnavailableException
            drivers: []
            """);
    assertThat(result.err())
        .contains("holdfast.store cannot be reached: JedisConnectionException: Failed to connect")
        .doesNotContain("hunter");
  }
}
