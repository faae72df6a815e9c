package host;

import static host.Hosts.GUARDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadersIT {

  @ParameterizedTest
  @CsvSource({"tomcat-10, TomcatHost", "tomcat-11, TomcatHost", "jetty-12, JettyHost"})
  void guardsTheSameClassInTwoWebapps(String host, String program) throws Exception {
    ForkedJvm.Result result = Hosts.under(host).run("host." + program, annotations());

    String answer = GUARDED + " own=true exceptions=null";
    assertThat(result.out().lines()).containsExactly("/one 200 " + answer, "/two 200 " + answer);
    Table.row(host, "two child-first webapps, one class, our jar in one WEB-INF/lib", "guarded");
  }

  @Test
  void guardsBundlesWithoutASettingOfTheFramework() throws Exception {
    ForkedJvm.Result result = Hosts.under("felix").run("host.FelixHost", annotations());

    String answer = " " + GUARDED + " exceptions=null";
    assertThat(result.out().lines())
        .containsExactly("plain" + answer, "importing" + answer, "requiring" + answer);
    Table.row(
        "felix",
        "bundles that import dev.holdfast or do not, our jar as a bundle, no boot delegation",
        "guarded");
  }

  @Test
  void guardsJBossModules() throws Exception {
    ForkedJvm.Result result = Hosts.under("jboss-modules").run("host.JBossModulesHost");

    assertThat(result.out().lines()).containsExactly("one " + GUARDED, "two " + GUARDED);
    Table.row("jboss-modules", "two modules, the annotated interface in a third", "guarded");
  }

  @Test
  void guardsWhatStrangeLoadersLoad() throws Exception {
    ForkedJvm.Result result = Hosts.under("jboss-modules").run("host.StrangeLoadersHost");

    Stream<String> expected =
        Stream.concat(
                Arrays.stream(StrangeLoader.Way.values()).flatMap(way -> Stream.of(way, way)),
                Stream.of("ODDLY_NAMED"))
            .map(name -> name + " " + GUARDED);
    assertThat(result.out().lines()).containsExactlyElementsOf(expected.toList());
    assertThat(result.err()).doesNotContain("ERROR").doesNotContain("unwoven");
    Table.row("class loaders", "13 that throw, lie, answer null, or have no hash code", "guarded");
  }

  private static String annotations() {
    return Hosts.annotations().toString();
  }
}
