package dev.holdfast.weaving.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.config.MethodPattern;
import dev.holdfast.core.config.Rule;
import dev.holdfast.core.config.Rules;
import dev.holdfast.core.plan.PlanProblem;
import dev.holdfast.weaving.finding.Scan.ScannedClass;
import dev.holdfast.weaving.model.ClassBytes;
import dev.holdfast.weaving.model.PathTypes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScanTest {

  private static final Declarations DECLARATIONS =
      new Declarations(Map.of("dev.holdfast.Retry", "retry"));

  @TempDir Path folder;

  @Test
  void findsWhatIsAnnotatedInheritedAndRuled() throws IOException {
    write(
        """
        @Retry @interface Patient {}
        interface Port { @Retry void send(); }
        class Impl implements Port { public void send() {} }
        class ByMeta { @Patient void m() {} }
        class Plain { void ruled() {} void other() {} }
        class Stranger { void m() {} }
        """);
    Rule plain = rule("shop.Plain#ruled");
    Rule idle = rule("shop.Plain#missing");

    List<Integer> progress = new ArrayList<>();
    Scan scan = scan(new Rules(List.of(plain, idle)), progress);

    assertThat(scan.classes())
        .extracting(each -> each.type().name() + ": " + names(each))
        .containsExactly(
            "shop.ByMeta: [Guarded m]",
            "shop.Impl: [Guarded send]",
            "shop.Plain: [Guarded ruled]",
            "shop.Port: [Open send]");
    assertThat(scan.unimplemented()).isEmpty();
    assertThat(scan.idle()).containsExactly(idle);
    assertThat(scan.unreadable()).isEmpty();
    assertThat(scan.count()).isEqualTo(6);
    assertThat(progress).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void reportsWhatNothingImplements() throws IOException {
    write(
        """
        interface Lost<T> { @Retry void send(T t); @Retry void other(); }
        abstract class Half implements Lost<String> { public void send(String s) {} }
        @Retry interface Found { void a(); }
        interface Between extends Found {}
        enum Impl implements Between { ONE { public void a() {} } }
        interface ByLambda { @Retry void a(); }
        class App { ByLambda make() { return () -> {}; } }
        """);

    assertThat(scan(Rules.NONE, new ArrayList<>()).unimplemented())
        .containsExactly(
            new PlanProblem(
                "shop.Lost#other",
                "@Retry on shop.Lost#other: nothing implements it (expected: a class on the path"
                    + " that does). Add its jar to the path, or remove @Retry."));
  }

  @Test
  void takesInterfacesThatFrameworksImplementAsImplemented() throws IOException {
    write("org.apache.ibatis.annotations", "public @interface Mapper {}");
    write("org.springframework.data.repository", "public interface Repository<T> {}");
    write(
        "shop",
        """
        @Retry @org.apache.ibatis.annotations.Mapper interface Orders { void load(); }
        @Retry interface Items extends org.springframework.data.repository.Repository<String> {
          void all();
        }
        @Retry interface Own { void lost(); }
        """);

    assertThat(scan(Rules.NONE, new ArrayList<>()).unimplemented())
        .extracting(PlanProblem::place)
        .containsExactly("shop.Own#lost");
  }

  @Test
  void goesOnPastWhatCannotBeRead() throws IOException {
    write("class Cart { @Retry void pay() {} }");
    Path broken = Files.write(folder.resolve("shop/Broken.class"), new byte[10]);

    Scan scan = scan(Rules.NONE, new ArrayList<>());

    assertThat(scan.classes()).extracting(each -> each.type().name()).containsExactly("shop.Cart");
    assertThat(scan.unreadable())
        .containsExactly(
            new Scan.Unreadable(
                broken,
                "class file: 10 bytes that do not parse (expected: a class file of Java 1 or"
                    + " newer). The class is left as it is; compile it again or fetch its jar"
                    + " again."));
  }

  private static List<String> names(ScannedClass scanned) {
    return scanned.findings().stream()
        .map(
            finding ->
                finding instanceof Finding.Guarded guarded
                    ? "Guarded " + guarded.method().name()
                    : "Open " + ((Finding.Open) finding).method().name())
        .toList();
  }

  private Scan scan(Rules rules, List<Integer> progress) throws IOException {
    try (PathTypes path = new PathTypes(List.of(folder))) {
      return Scan.of(path, DECLARATIONS, rules, progress::add);
    }
  }

  private void write(String source) throws IOException {
    write("shop", source);
  }

  private void write(String name, String source) throws IOException {
    String whole = "package " + name + "; import dev.holdfast.*;\n" + source;
    String path = folder + File.pathSeparator + System.getProperty("java.class.path");
    for (Map.Entry<String, byte[]> each : ClassBytes.compiled(whole, "-cp", path).entrySet()) {
      Path file = folder.resolve(each.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, each.getValue());
    }
  }

  private static Rule rule(String pattern) {
    return new Rule("r", List.of(MethodPattern.parse(pattern).orElseThrow()), List.of(), Map.of());
  }
}
