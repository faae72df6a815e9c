package host;

import static host.Hosts.GUARDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchersIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"spring-boot-3", "spring-boot-4"})
  void guardsInFatJars(String host) throws Exception {
    Path jar = folder.resolve("app.jar");
    FatJar.pack(jar, Hosts.jars(host)[0]);

    ForkedJvm.Result result = ForkedJvm.of(Jdk.own()).withAgent().runJar(jar, "shop.Scenario");

    assertThat(result.out().lines()).containsExactly("shop.Scenario " + GUARDED);
    Table.row(host + ", fat jar", "java -jar, our jar in BOOT-INF/lib", "guarded");
  }

  @Test
  void guardsUnderSystemLoadersOfTheApplication() throws Exception {
    ForkedJvm.Result result =
        Hosts.under("jboss-modules")
            .withClassPath(Hosts.annotations())
            .withOptions("-Djava.system.class.loader=host.SystemLoader")
            .run("host.PlainHost", "shop.Scenario");

    assertThat(result.out().lines()).containsExactly("shop.Scenario " + GUARDED);
    Table.row("-Djava.system.class.loader", "child-first, our jar on its own path", "guarded");
  }
}
