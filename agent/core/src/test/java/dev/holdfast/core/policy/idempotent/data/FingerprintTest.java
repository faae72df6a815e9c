package dev.holdfast.core.policy.idempotent.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.policy.idempotent.data.Samples.Bean;
import dev.holdfast.core.policy.idempotent.data.Samples.Line;
import dev.holdfast.core.policy.idempotent.data.Samples.Sub;
import dev.holdfast.core.policy.idempotent.data.Samples.SubOfSub;
import dev.holdfast.core.policy.idempotent.data.Storability.Finding;
import dev.holdfast.core.type.TypeRef;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Equal arguments have one fingerprint, other ones another. */
final class FingerprintTest {

  private static final TypeRef TEXT = TypeRef.of("java.lang.String");
  private static final TypeRef MAP = new TypeRef("java.util.Map", List.of(TEXT, TEXT), 0);
  private static final TypeRef SET = new TypeRef("java.util.Set", List.of(TEXT), 0);
  private static final TypeRef LIST = new TypeRef("java.util.List", List.of(TEXT), 0);

  @Test
  void isTheSameInEveryJvm() {
    TypeRef line = TypeRef.of(Line.class.getName());

    assertThat(of(line, new Line("tea", new BigDecimal("2.50"), 3)))
        .isEqualTo("09374a0d69a021f2397cf35f7e757c8379be335ba4e67924bf129e248ed6f2eb");
  }

  @Property
  void doesNotDependOnTheOrderOfMapsAndSets(
      @ForAll @Size(max = 6) Map<String, String> map, @ForAll Random random) {
    List<String> keys = new ArrayList<>(map.keySet());
    Collections.shuffle(keys, random);
    Map<String, String> shuffled = new LinkedHashMap<>();
    keys.forEach(key -> shuffled.put(key, map.getOrDefault(key, "")));

    assertThat(of(MAP, shuffled)).isEqualTo(of(MAP, map));
    assertThat(of(SET, new LinkedHashSet<>(keys))).isEqualTo(of(SET, map.keySet()));
  }

  @Property
  void differsAsTextsDo(@ForAll String one, @ForAll String other) {
    assertThat(of(TEXT, one).equals(of(TEXT, other))).isEqualTo(one.equals(other));
  }

  @Test
  void tellsWhatLooksAlike() {
    TypeRef nested = new TypeRef("java.util.List", List.of(LIST), 0);

    assertThat(
            Stream.of(
                of(LIST, List.of("a", "b")),
                of(LIST, List.of("b", "a")),
                of(LIST, List.of("ab")),
                of(LIST, List.of("a", "b", "")),
                of(LIST, null),
                of(LIST, List.of()),
                of(nested, List.of(List.of("a"), List.of("b"))),
                of(nested, List.of(List.of("a", "b"))),
                of(SET, Set.of("a", "b")),
                of(MAP, Map.of("a", "b")),
                of(MAP, Map.of("b", "a")),
                of(TypeRef.of("double"), 0.0),
                of(TypeRef.of("double"), -0.0),
                of(TypeRef.of("long"), 0L),
                of(TypeRef.of("boolean"), false)))
        .doesNotHaveDuplicates();
  }

  @Test
  void keepsParametersApart() {
    Fingerprint both = fingerprint(Map.of(0, TEXT, 1, TEXT));

    assertThat(both.of(new Object[] {"a", "b"}, 0))
        .isNotEqualTo(both.of(new Object[] {"b", "a"}, 0));
    assertThat(both.of(new Object[] {this, "a", "b"}, 1))
        .isEqualTo(both.of(new Object[] {"a", "b"}, 0));
  }

  @Test
  void leavesOutParametersThatAreNotCompared() {
    Fingerprint second = fingerprint(Map.of(1, TEXT));

    assertThat(second.of(new Object[] {"a", "b"}, 0))
        .isEqualTo(second.of(new Object[] {"c", "b"}, 0));
  }

  @Test
  void looksAtTheDeclaredPartOfSubclasses() {
    TypeRef sub = TypeRef.of(Sub.class.getName());
    SubOfSub other = new SubOfSub();
    other.number = 1;

    assertThat(of(sub, new SubOfSub())).isEqualTo(of(sub, new Sub()));
    assertThat(of(sub, other)).isNotEqualTo(of(sub, new Sub()));
  }

  @Test
  void tellsArgumentsThatReferToThemselves() {
    TypeRef bean = TypeRef.of(Bean.class.getName());

    assertThat(of(bean, ring("a", "b"))).isEqualTo(of(bean, ring("a", "b")));
    assertThat(
            Stream.of(
                of(bean, ring("a", "b")),
                of(bean, ring("a", "c")),
                of(bean, ring("a", "b", "a")),
                of(bean, ring("a", "b", "a", "b")),
                of(bean, Bean.of("a", 1, Bean.of("b", 1, null)))))
        .doesNotHaveDuplicates();
  }

  @Test
  void looksIntoWhatWouldNotComeBackAsItIs() {
    TreeMap<String, String> reversed = new TreeMap<>(Comparator.reverseOrder());
    reversed.putAll(Map.of("a", "1", "b", "2"));
    TreeSet<String> names = new TreeSet<>(Comparator.reverseOrder());
    names.addAll(reversed.keySet());

    assertThat(of(MAP, reversed)).isEqualTo(of(MAP, Map.of("a", "1", "b", "2")));
    assertThat(of(SET, names)).isEqualTo(of(SET, Set.of("a", "b")));
    assertThat(of(TypeRef.of("java.util.Date"), new Timestamp(7)))
        .isEqualTo(of(TypeRef.of("java.util.Date"), Date.from(Instant.ofEpochMilli(7))));
  }

  private static Bean ring(String... ids) {
    Bean last = Bean.of(ids[ids.length - 1], 1, null);
    Bean first = last;
    for (int index = ids.length - 2; index >= 0; index--) {
      first = Bean.of(ids[index], 1, first);
    }
    last.peer(first);
    return first;
  }

  private static String of(TypeRef type, @Nullable Object argument) {
    return fingerprint(Map.of(0, type)).of(new @Nullable Object[] {argument}, 0);
  }

  private static Fingerprint fingerprint(Map<Integer, TypeRef> types) {
    Map<Integer, Shapes> shapes = new LinkedHashMap<>();
    types.forEach(
        (index, type) -> shapes.put(index, ((Finding.Storable) Types.argument(type)).shapes()));
    return new Fingerprint(shapes, FingerprintTest.class.getClassLoader(), Types.ACCESS);
  }
}
