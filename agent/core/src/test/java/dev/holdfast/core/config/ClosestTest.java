package dev.holdfast.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ClosestTest {

  @Test
  void oneMistakeIsAnInsertionADeletionASubstitutionOrATransposition() {
    assertThat(Closest.distance("retry", "retry")).isZero();
    assertThat(Closest.distance("retyr", "retry")).isEqualTo(1);
    assertThat(Closest.distance("rety", "retry")).isEqualTo(1);
    assertThat(Closest.distance("rettry", "retry")).isEqualTo(1);
    assertThat(Closest.distance("redry", "retry")).isEqualTo(1);
    assertThat(Closest.distance("", "retry")).isEqualTo(5);
    assertThat(Closest.distance("RETRY", "retry")).isZero();
  }

  @Test
  void theCandidateWithTheFewestMistakesIsChosen() {
    List<String> candidates = List.of("max-duration", "max-attempts", "attempt-timeout");

    assertThat(Closest.to("max-atempts", candidates)).isEqualTo("max-attempts");
    assertThat(Closest.to("timeout", candidates)).isEqualTo("attempt-timeout");
  }

  @Test
  void withoutCandidatesTheTextStands() {
    assertThat(Closest.to("anything", List.of())).isEqualTo("anything");
  }

  @Property
  void distanceIsSymmetricAndNeverMoreThanTheLongerText(
      @ForAll @AlphaChars @StringLength(max = 12) String one,
      @ForAll @AlphaChars @StringLength(max = 12) String other) {
    assertThat(Closest.distance(one, other))
        .isEqualTo(Closest.distance(other, one))
        .isLessThanOrEqualTo(Math.max(one.length(), other.length()));
  }
}
