package host;

import static host.Hosts.GUARDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.testkit.ForkedJvm;
import dev.holdfast.testkit.Jdk;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModulesIT {

  private static final String[] MAIN = {"shop/host.PlainHost", "shop.Scenario"};

  @TempDir private static Path folder;
  private static Modules modules;

  @BeforeAll
  static void compile() throws Exception {
    modules = Modules.compile(folder);
  }

  @ParameterizedTest
  @MethodSource("dev.holdfast.testkit.Jdk#tested")
  void guardsNamedModules(Jdk jdk) throws Exception {
    ForkedJvm.Result result = run(ForkedJvm.of(jdk), modules.path().toString());

    assertThat(result.out().lines()).containsExactly("shop.Scenario " + GUARDED);
    Table.row(
        "module path",
        "requires static dev.holdfast, the annotated interface in another module",
        "guarded");
  }

  @Test
  void namesOurJarOnTheModulePath() throws Exception {
    ForkedJvm.Result result =
        run(
            ForkedJvm.of(Jdk.own()).withOptions("--add-modules", "dev.holdfast"),
            modules.path() + ":" + Hosts.annotations());

    assertThat(result.err().lines().filter(line -> line.contains(" ERROR ")))
        .singleElement()
        .asString()
        .contains(
            "module dev.holdfast is in the boot layer (expected: not at run time, the agent"
                + " supplies its classes). Nothing is guarded");
    Table.row(
        "module path",
        "our jar as a module in the boot layer",
        "one error says so, nothing is guarded");
  }

  @Test
  void guardsModulesOfLayers() throws Exception {
    ForkedJvm.Result result =
        Hosts.under("jboss-modules").run("host.LayersHost", modules.path().toString());

    assertThat(result.out().lines()).containsExactly("one " + GUARDED, "many " + GUARDED);
    Table.row("module layers", "with one loader, and with one for each module", "guarded");
  }

  @ParameterizedTest
  @MethodSource("dev.holdfast.testkit.Jdk#tested")
  void guardsInLinkedImages(Jdk jdk) throws Exception {
    Jdk image = modules.linked(jdk, folder.resolve("image" + jdk.feature()));

    ForkedJvm.Result result =
        ForkedJvm.of(image).withAgent().withOptions("-m").run(MAIN[0], MAIN[1]);

    assertThat(result.out().lines()).containsExactly("shop.Scenario " + GUARDED);
    Table.row("jlink image, JDK " + jdk.feature(), "with the module java.instrument", "guarded");
  }

  private static ForkedJvm.Result run(ForkedJvm jvm, String path) throws Exception {
    return jvm.withAgent().withOptions("-p", path, "-m").run(MAIN[0], MAIN[1]);
  }
}
