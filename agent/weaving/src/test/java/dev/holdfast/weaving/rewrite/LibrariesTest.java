package dev.holdfast.weaving.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.JarURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every method of every class of large libraries, woven, verified and linked. */
class LibrariesTest {

  /** One class of each; named, because compiling against a library would need all of its own. */
  private static final List<String> LIBRARIES =
      List.of(
          "com/google/common/collect/ImmutableList",
          "org/apache/commons/lang3/StringUtils",
          "org/apache/commons/math3/linear/RealMatrix",
          "groovy/lang/GroovyObject",
          "kotlin/collections/CollectionsKt",
          "org/h2/Driver",
          "org/hibernate/SessionFactory");

  @ParameterizedTest
  @EnumSource(names = {"MOVED", "IN_PLACE"})
  @SuppressWarnings("SystemOut") // the count is to be seen
  void everyMethodIsVerifiedAndLinked(Manner manner) throws Exception {
    List<String> failures = new ArrayList<>();
    int methods = 0;
    for (String member : LIBRARIES) {
      URL location = jarOf(member);
      try (WovenLibrary library = new WovenLibrary(location, manner)) {
        library.loadAll();
        methods += library.methods();
        failures.addAll(library.failures());
        System.out.printf(
            "woven %-8s: %,7d methods of %,6d classes, %d errors  %s%n",
            manner,
            library.methods(),
            library.classes(),
            library.failures().size(),
            location.getPath().replaceAll(".*/", ""));
      }
    }

    assertThat(failures).isEmpty();
    assertThat(methods).isGreaterThan(50_000);
  }

  private static URL jarOf(String member) throws Exception {
    URL found = ClassLoader.getSystemResource(member + ".class");
    return ((JarURLConnection) found.openConnection()).getJarFileURL();
  }
}
