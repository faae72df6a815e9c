package dev.holdfast.core.policy.idempotent.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.policy.idempotent.data.Samples.Bad;
import dev.holdfast.core.policy.idempotent.data.Samples.Good;
import dev.holdfast.core.policy.idempotent.data.Samples.Line;
import dev.holdfast.core.policy.idempotent.data.Samples.Outcome;
import dev.holdfast.core.policy.idempotent.data.Samples.Page;
import dev.holdfast.core.policy.idempotent.data.Samples.State;
import dev.holdfast.core.policy.idempotent.data.Samples.Tree;
import dev.holdfast.core.type.TypeRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** For any value of these types: what is stored comes back equal. */
final class RoundTripTest {

  @Property
  void texts(@ForAll("texts") String text) {
    assertRoundTrip(TypeRef.of("java.lang.String"), text);
  }

  @Property
  void doubles(@ForAll double number) {
    assertRoundTrip(TypeRef.of("double"), number);
  }

  @Property
  void floats(@ForAll float number) {
    assertRoundTrip(TypeRef.of("float"), number);
  }

  @Property
  void decimals(@ForAll BigDecimal number) {
    assertRoundTrip(TypeRef.of("java.math.BigDecimal"), number);
  }

  @Property
  void durations(@ForAll Duration duration) {
    assertRoundTrip(TypeRef.of("java.time.Duration"), duration);
  }

  @Property
  void instants(@ForAll Instant instant) {
    assertRoundTrip(TypeRef.of("java.time.Instant"), instant);
  }

  @Property
  void months(@ForAll @IntRange(min = -999_999_999, max = 999_999_999) int year) {
    assertRoundTrip(TypeRef.of("java.time.YearMonth"), YearMonth.of(year, 2));
  }

  @Property
  void bytes(@ForAll byte[] bytes) {
    assertThat((byte[]) Types.roundTrip(new TypeRef("byte", List.of(), 1), bytes)).isEqualTo(bytes);
  }

  @Property(tries = 300)
  void genericRecords(@ForAll("pages") Page<Line> page) {
    assertRoundTrip(Types.sample("page"), page);
  }

  @Property(tries = 300)
  void sealedTypes(@ForAll("outcomes") Outcome<List<BigDecimal>> outcome) {
    assertRoundTrip(Types.sample("outcome"), outcome);
  }

  @Property(tries = 300)
  void maps(@ForAll("byLine") Map<Line, List<Optional<State>>> byLine) {
    assertRoundTrip(Types.sample("byLine"), byLine);
  }

  @Property(tries = 300)
  void trees(@ForAll("trees") Tree tree) {
    assertRoundTrip(Types.sample("tree"), tree);
  }

  private static void assertRoundTrip(TypeRef type, Object value) {
    assertThat(Types.roundTrip(type, value)).isEqualTo(value);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withCharRange('\u0000', '\uffff').ofMaxLength(20);
  }

  @Provide
  Arbitrary<Line> lines() {
    return Combinators.combine(texts(), Arbitraries.bigDecimals(), Arbitraries.longs())
        .as(Line::new);
  }

  @Provide
  Arbitrary<Page<Line>> pages() {
    Arbitrary<List<Line>> items = lines().injectNull(0.1).list().ofMaxSize(4);
    return Combinators.combine(items, Arbitraries.integers(), items)
        .as((first, number, second) -> new Page<>(first, number, new Page<>(second, 2, null)));
  }

  @Provide
  Arbitrary<Outcome<List<BigDecimal>>> outcomes() {
    Arbitrary<Outcome<List<BigDecimal>>> good =
        Arbitraries.bigDecimals().list().ofMaxSize(4).map(Good::new);
    Arbitrary<Outcome<List<BigDecimal>>> bad =
        Combinators.combine(Arbitraries.integers(), texts().optional()).as(Bad::new);
    return Arbitraries.oneOf(good, bad);
  }

  @Provide
  Arbitrary<Map<Line, List<Optional<State>>>> byLine() {
    return Arbitraries.maps(
            lines(), Arbitraries.of(State.class).optional().injectNull(0.2).list().ofMaxSize(3))
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<Tree> trees() {
    return Arbitraries.lazyOf(
        () -> Arbitraries.integers().map(number -> new Tree(number, List.of())),
        () ->
            Combinators.combine(Arbitraries.integers(), trees().list().ofMaxSize(2)).as(Tree::new));
  }
}
