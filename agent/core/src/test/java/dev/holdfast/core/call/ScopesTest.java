package dev.holdfast.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.OwnLoader;
import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What threads keep of scopes; in other copies of the classes, because these would be retired. */
final class ScopesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "track, beginOutside, retire, endOutside",
        "track, retire, endOutside", // what it had was taken from the thread meanwhile
        "track, retire, endUntracked"
      })
  void aCallThatEndsAfterTheEngineHasGoneLeavesNothingOnItsThread(String steps) throws Exception {
    OwnLoader.assertCollected(after(List.of(steps.split(", "))));
  }

  @Test
  void whatIsAroundIsKeptUntilItEnds() throws Exception {
    Class<?> scopes = another();

    take(scopes, List.of("track", "beginOutside", "beginOutside", "retire", "endOutside"));

    assertThat(scopes.getMethod("isInCall").invoke(null)).isEqualTo(true);
  }

  private static WeakReference<ClassLoader> after(List<String> steps) throws Exception {
    Class<?> scopes = another();
    assertThat(scopes).isNotSameAs(Scopes.class);
    take(scopes, steps);
    return new WeakReference<>(scopes.getClassLoader());
  }

  private static Class<?> another() throws ClassNotFoundException {
    return new OwnLoader("dev.holdfast.core.call.").loadClass(Scopes.class.getName());
  }

  private static void take(Class<?> scopes, List<String> steps) throws Exception {
    for (String step : steps) {
      scopes.getMethod(step).invoke(null);
    }
  }
}
