package dev.holdfast.core.policy.idempotent.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.policy.idempotent.data.Samples.Bad;
import dev.holdfast.core.policy.idempotent.data.Samples.Bean;
import dev.holdfast.core.policy.idempotent.data.Samples.Bic;
import dev.holdfast.core.policy.idempotent.data.Samples.Cents;
import dev.holdfast.core.policy.idempotent.data.Samples.Good;
import dev.holdfast.core.policy.idempotent.data.Samples.Iban;
import dev.holdfast.core.policy.idempotent.data.Samples.Line;
import dev.holdfast.core.policy.idempotent.data.Samples.Page;
import dev.holdfast.core.policy.idempotent.data.Samples.Payment;
import dev.holdfast.core.policy.idempotent.data.Samples.State;
import dev.holdfast.core.policy.idempotent.data.Samples.SubOfSub;
import dev.holdfast.core.policy.idempotent.data.Samples.Throwing;
import dev.holdfast.core.policy.idempotent.data.Samples.Tree;
import dev.holdfast.core.policy.idempotent.data.Samples.Value;
import dev.holdfast.core.type.TypeRef;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes back of results, and what does not. */
final class ResultCodecTest {

  static Stream<Object> scalars() {
    return Stream.of(
        true,
        Byte.MIN_VALUE,
        Short.MAX_VALUE,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        'x',
        '\ud800',
        0.1f,
        Float.NaN,
        Float.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        0.1,
        -0.0,
        1e300,
        Double.MIN_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        "",
        "\u0000 \"quoted\" \n\u2028 \ud83d\ude00 \udc00 half",
        new BigInteger("123456789012345678901234567890"),
        new BigDecimal("12.500"),
        new BigDecimal("1E+100"),
        UUID.fromString("8c2f7c5e-0000-4000-8000-0123456789ab"),
        URI.create("https://shop.example/orders?id=1#top"),
        Currency.getInstance("EUR"),
        Locale.forLanguageTag("zh-Hant-TW"),
        new Locale("ja", "JP", "JP"),
        Date.from(Instant.ofEpochMilli(1_700_000_000_123L)),
        Instant.parse("2026-11-01T10:15:30.123456789Z"),
        Instant.MIN,
        Duration.ofSeconds(-5, 7),
        Period.of(1, -2, 3),
        LocalDate.MAX,
        LocalTime.of(10, 15),
        LocalDateTime.of(2026, 10, 25, 2, 30),
        OffsetDateTime.parse("2026-11-01T10:15:30+05:30"),
        ZonedDateTime.ofLocal(
            LocalDateTime.of(2026, 10, 25, 2, 30),
            ZoneId.of("Europe/Berlin"),
            ZoneOffset.ofHours(1)),
        ZoneOffset.ofHoursMinutes(-3, -30),
        Year.of(-44),
        YearMonth.of(2026, 11),
        MonthDay.of(2, 29),
        OptionalInt.empty(),
        OptionalInt.of(-1),
        OptionalLong.of(Long.MIN_VALUE),
        OptionalDouble.of(-0.0),
        OptionalDouble.of(Double.NaN));
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void scalarsComeBackEqual(Object value) {
    assertThat(Types.roundTrip(TypeRef.of(value.getClass().getName()), value)).isEqualTo(value);
  }

  @Test
  void everythingMayBeNull() {
    assertThat(Types.roundTrip(TypeRef.of("java.lang.String"), null)).isNull();
    assertThat(Types.roundTrip(TypeRef.of("void"), null)).isNull();
    assertThat(Types.roundTrip(Types.sample("payment"), null)).isNull();
  }

  @Test
  void zonesComeBackAsRegionsAndOffsets() {
    TypeRef zone = TypeRef.of("java.time.ZoneId");

    assertThat(Types.roundTrip(zone, ZoneId.of("Europe/Paris")))
        .isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(Types.roundTrip(zone, ZoneOffset.UTC)).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void genericRecordsComeBackEqual() {
    Line line = new Line("tea", new BigDecimal("2.50"), 3);
    Page<Line> page = new Page<>(List.of(line), 1, new Page<>(Arrays.asList(line, null), 2, null));

    assertThat(Types.roundTrip(Types.sample("page"), page)).isEqualTo(page);
  }

  static Stream<Payment> payments() {
    return Stream.of(
        new Payment.Card("4111", State.PAID),
        new Iban("DE00"),
        new Bic("COBA", "1"),
        Payment.Cash.CHANGE);
  }

  @ParameterizedTest
  @MethodSource("payments")
  void sealedTypesComeBackEqual(Payment payment) {
    assertThat(Types.roundTrip(Types.sample("payment"), payment)).isEqualTo(payment);
  }

  @Test
  void sealedTypesKeepTheirTypeArguments() {
    List<BigDecimal> decimals = List.of(new BigDecimal("1.0"), new BigDecimal("1.00"));

    assertThat(Types.roundTrip(Types.sample("outcome"), new Good<>(decimals)))
        .isEqualTo(new Good<>(decimals));
    assertThat(Types.roundTrip(Types.sample("outcome"), new Bad<>(3, Optional.of("no"))))
        .isEqualTo(new Bad<>(3, Optional.of("no")));
  }

  @Test
  void classesComeBackByTheirFields() {
    Bean bean = Bean.of("a", -0.0, Bean.of("b", Double.NaN, null));
    Value value = new Value(List.of("x", "y"), "name");

    assertThat(Types.roundTrip(Types.sample("bean"), bean)).isEqualTo(bean).isNotSameAs(bean);
    assertThat(Types.roundTrip(Types.sample("value"), value)).isEqualTo(value);
  }

  @Test
  void typesInsideThemselvesComeBackEqual() {
    Tree tree = new Tree(1, List.of(new Tree(2, List.of()), new Tree(3, List.of())));

    assertThat(Types.roundTrip(Types.sample("tree"), tree)).isEqualTo(tree);
  }

  @Test
  void collectionsComeBackInOrder() {
    Map<Integer, String> order = new LinkedHashMap<>();
    order.put(3, "c");
    order.put(1, null);
    order.put(null, "a");
    TypeRef map =
        new TypeRef(
            "java.util.Map",
            List.of(TypeRef.of("java.lang.Integer"), TypeRef.of("java.lang.String")),
            0);
    TypeRef set = new TypeRef("java.util.Set", List.of(TypeRef.of("java.lang.String")), 0);

    assertThat(Types.roundTrip(map, order)).isEqualTo(order).hasToString("{3=c, 1=null, null=a}");
    assertThat(
            new ArrayList<>((Set<?>) Types.roundTrip(set, new LinkedHashSet<>(List.of("b", "a")))))
        .isEqualTo(List.of("b", "a"));
    assertThat(Types.roundTrip(Types.sample("queue"), new ArrayDeque<>(List.of("b", "a"))))
        .isEqualTo(List.of("b", "a"));
    assertThat(Types.roundTrip(Types.sample("names"), new TreeSet<>(List.of("b", "a"))))
        .isEqualTo(new TreeSet<>(List.of("a", "b")))
        .isInstanceOf(TreeSet.class);
  }

  @Test
  void keysOfMapsMayBeAnything() {
    Line line = new Line("tea", BigDecimal.ONE, 3);
    Map<Line, List<Optional<State>>> byLine = new HashMap<>();
    byLine.put(line, Arrays.asList(Optional.of(State.OPEN), Optional.empty(), null));

    assertThat(Types.roundTrip(Types.sample("byLine"), byLine)).isEqualTo(byLine);
  }

  @Test
  void enumCollectionsComeBackAsSuch() {
    EnumMap<State, EnumSet<State>> enums = new EnumMap<>(State.class);
    enums.put(State.PAID, EnumSet.noneOf(State.class));
    enums.put(State.OPEN, EnumSet.allOf(State.class));

    assertThat(Types.roundTrip(Types.sample("enums"), enums))
        .isEqualTo(enums)
        .isInstanceOf(EnumMap.class);
  }

  @Test
  void aCollectionComesBackAsTheListOrSetThatItWas() {
    assertThat(Types.roundTrip(Types.sample("groups"), List.of(Set.of(1L, 2L))))
        .isEqualTo(List.of(Set.of(2L, 1L)));
    assertThat(Types.roundTrip(Types.sample("groups"), Set.of(Set.of(1L, 2L))))
        .isEqualTo(Set.of(Set.of(2L, 1L)));
  }

  @Test
  void anEntryComesBackEqual() {
    assertThat(Types.roundTrip(Types.sample("entry"), Map.entry("a", 1.0)))
        .isEqualTo(Map.entry("a", 1.0));
  }

  @Test
  void arraysComeBackEqual() {
    byte[][] chunks = {{1, -1}, {}, null};
    String[][] grid = {{"a", null}, {}};

    assertThat((byte[][]) Types.roundTrip(Types.sample("chunks"), chunks)).isDeepEqualTo(chunks);
    assertThat((String[][]) Types.roundTrip(Types.sample("grid"), grid)).isDeepEqualTo(grid);
    assertThat(Types.roundTrip(Types.sample("sorted"), new TreeMap<>(Map.of(1, new int[] {2, 3}))))
        .isInstanceOfSatisfying(
            TreeMap.class, sorted -> assertThat((int[]) sorted.get(1)).containsExactly(2, 3));
  }

  @Test
  void textsAreAsciiAndNameNoClass() {
    assertThat(Types.codec(Types.sample("payment")).returned(new Iban("\u00dc\ud800"), 1_000))
        .isEqualTo("{\"returned\":{\"Iban\":{\"iban\":\"\\u00DC\\uD800\"}}}");
  }

  @Test
  void refusesValuesThatAreNotWhatTheirTypePromised() {
    TreeSet<String> reversed = new TreeSet<>(Comparator.reverseOrder());
    Bean itself = Bean.of("a", 1, null);
    itself.peer(itself);

    assertUnstorable(
        "sub",
        new SubOfSub(),
        "a %s would come back as a %s"
            .formatted(SubOfSub.class.getName(), Samples.Sub.class.getName()));
    assertUnstorable("names", reversed, "a set is sorted by a comparator, which is no data");
    assertUnstorable("bean", itself, "it is nested deeper than 250 levels, or inside itself");
    assertThatThrownBy(() -> Types.roundTrip(TypeRef.of("java.util.Date"), new Timestamp(1)))
        .hasMessage("a java.sql.Timestamp would come back as a java.util.Date");
  }

  @Test
  void takesTheNaturalOrderForWhatItIsAndNoQueueByPriority() {
    TypeRef text = TypeRef.of("java.lang.String");
    SortedSet<String> natural = new TreeSet<>(Comparator.naturalOrder());
    natural.add("a");

    assertThat(Types.roundTrip(new TypeRef("java.util.SortedSet", List.of(text), 0), natural))
        .isEqualTo(natural);
    assertThatThrownBy(
            () ->
                Types.roundTrip(
                    new TypeRef("java.util.Queue", List.of(text), 0), new PriorityQueue<>(natural)))
        .hasMessage("a PriorityQueue would come back in another order");
  }

  @Test
  void refusesValuesThatCannotBeRead() {
    List<String> broken =
        new ArrayList<>() {
          private static final long serialVersionUID = 1L;

          @Override
          public java.util.Iterator<String> iterator() {
            throw new IllegalStateException("session closed");
          }
        };
    TypeRef list = new TypeRef("java.util.List", List.of(TypeRef.of("java.lang.String")), 0);

    assertThatThrownBy(() -> Types.roundTrip(list, broken))
        .isInstanceOf(Unstorable.class)
        .hasMessage("it cannot be read")
        .hasRootCauseMessage("session closed");
  }

  @Test
  void refusesTextsThatAreTooLong() {
    TypeRef text = TypeRef.of("java.lang.String");

    assertThat(Types.codec(text).returned("x".repeat(85), 100)).hasSize(100);
    assertThatThrownBy(() -> Types.codec(text).returned("x".repeat(86), 100))
        .hasMessage("it takes 101 characters (expected: <= 100)");
    assertThatThrownBy(() -> Types.codec(text).returned("x".repeat(1_000_000), 100))
        .hasMessage("it takes more than 100 characters");
  }

  @Test
  void tellsAResultWhoseConstructorThrows() {
    ResultCodec codec = Types.codec(Types.sample("throwing"));
    String text = codec.returned(new Throwing(1), 100);
    Throwing.isArmed = true;
    try {
      assertThatThrownBy(() -> codec.read(text))
          .isInstanceOf(Unstorable.class)
          .hasMessage("a " + Throwing.class.getName() + " cannot be made again")
          .hasRootCauseMessage("armed");
    } finally {
      Throwing.isArmed = false;
    }
  }

  @Test
  void ignoresMembersThatItDoesNotKnowAndMissesThoseItDoes() {
    ResultCodec codec = Types.codec(Types.sample("cents"));

    assertThat(codec.read("{\"returned\":{\"amount\":5,\"currency\":\"EUR\"}}"))
        .isEqualTo(new StoredOutcome.Returned(new Cents(5)));
    assertUnreadable(codec, "{\"returned\":{\"cents\":5}}", "amount is missing");
    assertUnreadable(
        codec, "{\"returned\":{\"amount\":\"5\"}}", "a String is no data of a java.lang.Integer");
    assertUnreadable(
        codec,
        "{\"returned\":{\"amount\":5000000000}}",
        "the data of a java.lang.Integer is malformed");
    assertUnreadable(
        codec,
        "{\"returned\":{\"amount\":null}}",
        "a " + Cents.class.getName() + " cannot be made again");
    assertUnreadable(
        codec, "{\"returned\":[]}", "the data of a " + Cents.class.getName() + " is malformed");
    assertUnreadable(codec, "{}", "a stored text is no outcome");
    assertUnreadable(codec, "{\"returned\"", "a stored text is no JSON");
    assertUnreadable(codec, "", "a stored text ends too early");
    assertUnreadable(codec, "{\"unknown\":true}{}", "a stored text goes on after its end");
  }

  @Test
  void keepsHowCallsEndedWithoutAResult() {
    ResultCodec codec = Types.codec(TypeRef.of("int"));

    assertThat(codec.read(ResultCodec.threw("shop.Declined", null)))
        .isEqualTo(new StoredOutcome.Threw("shop.Declined", null));
    assertThat(codec.read(ResultCodec.unusable("too large")))
        .isEqualTo(new StoredOutcome.Unusable("too large"));
    assertThat(codec.read(ResultCodec.unknown())).isEqualTo(new StoredOutcome.Unknown());
  }

  private static void assertUnstorable(String sample, @Nullable Object value, String message) {
    assertThatThrownBy(() -> Types.roundTrip(Types.sample(sample), value))
        .isInstanceOf(Unstorable.class)
        .hasMessage(message);
  }

  private static void assertUnreadable(ResultCodec codec, String text, String message) {
    assertThatThrownBy(() -> codec.read(text)).isInstanceOf(Unstorable.class).hasMessage(message);
  }
}
