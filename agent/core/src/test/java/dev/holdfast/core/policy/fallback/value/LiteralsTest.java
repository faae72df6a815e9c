package dev.holdfast.core.policy.fallback.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.holdfast.core.policy.fallback.value.Literals.Reading;
import dev.holdfast.core.type.ReflectedModels;
import dev.holdfast.core.type.TypeRef;
import java.lang.invoke.MethodHandles;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a literal becomes for each return type, and what is said of one that does not fit. */
final class LiteralsTest {

  private static final String CORRECT = "Correct it, or name a method.";

  private final Literals literals = new Literals(ReflectedModels.ALL);

  static Stream<Arguments> fitting() {
    return Stream.of(
        arguments("boolean", "TRUE", true),
        arguments("java.lang.Boolean", " false ", false),
        arguments("byte", "-128", (byte) -128),
        arguments("java.lang.Short", "32767", (short) 32767),
        arguments("char", " ", ' '),
        arguments("java.lang.Character", "x", 'x'),
        arguments("int", " 42 ", 42),
        arguments("java.lang.Integer", "+7", 7),
        arguments("long", "-9223372036854775808", Long.MIN_VALUE),
        arguments("java.lang.Long", "0", 0L),
        arguments("float", "1.5", 1.5F),
        arguments("double", "1e300", 1e300),
        arguments("java.lang.Double", "-Infinity", Double.NEGATIVE_INFINITY),
        arguments("java.lang.Double", "NaN", Double.NaN),
        arguments("java.lang.String", " as written ", " as written "),
        arguments("java.lang.String", "null", "null"),
        arguments("java.lang.CharSequence", "text", "text"),
        arguments("java.lang.Object", "text", "text"),
        arguments("java.lang.Comparable", "text", "text"),
        arguments("java.lang.Number", "1.10", new BigDecimal("1.10")),
        arguments("java.math.BigDecimal", "1e3", new BigDecimal("1e3")),
        arguments("java.math.BigInteger", "123456789012345678901", big("123456789012345678901")),
        arguments("java.time.Duration", "1.5s", Duration.ofMillis(1500)),
        arguments("java.time.Duration", "PT2H", Duration.ofHours(2)),
        arguments("java.time.LocalDate", "2026-11-30", LocalDate.of(2026, 11, 30)),
        arguments("java.time.LocalTime", "17:45", LocalTime.of(17, 45)),
        arguments(
            "java.time.LocalDateTime", "2026-11-30T17:45", LocalDateTime.of(2026, 11, 30, 17, 45)),
        arguments("java.time.OffsetTime", "17:45+01:00", OffsetTime.parse("17:45+01:00")),
        arguments(
            "java.time.OffsetDateTime",
            "2026-11-30T17:45+01:00",
            OffsetDateTime.parse("2026-11-30T17:45+01:00")),
        arguments(
            "java.time.ZonedDateTime",
            "2026-11-30T17:45+01:00[Europe/Berlin]",
            ZonedDateTime.parse("2026-11-30T17:45+01:00[Europe/Berlin]")),
        arguments(
            "java.time.Instant", "2026-11-30T16:45:00Z", Instant.parse("2026-11-30T16:45:00Z")),
        arguments("java.time.Period", "P1Y2M3D", Period.of(1, 2, 3)),
        arguments("java.time.Year", "2026", Year.of(2026)),
        arguments("java.time.YearMonth", "2026-11", YearMonth.of(2026, 11)),
        arguments("java.time.MonthDay", "--11-30", MonthDay.of(11, 30)),
        arguments("java.time.ZoneId", "Europe/Berlin", ZoneId.of("Europe/Berlin")),
        arguments("java.time.ZoneOffset", "+01:00", ZoneOffset.ofHours(1)),
        arguments("java.time.DayOfWeek", "FRIDAY", DayOfWeek.FRIDAY),
        arguments(
            "java.util.UUID",
            "123e4567-e89b-12d3-a456-426614174000",
            UUID.fromString("123e4567-e89b-12d3-a456-426614174000")),
        arguments("java.net.URI", "http://localhost/a", URI.create("http://localhost/a")),
        arguments("java.util.OptionalInt", "5", OptionalInt.of(5)),
        arguments("java.util.OptionalLong", "5", OptionalLong.of(5)),
        arguments("java.util.OptionalDouble", "5", OptionalDouble.of(5)),
        arguments(Shapes.Colour.class.getName(), "RED", Shapes.Colour.RED),
        arguments(Shapes.Plain.class.getName(), "null", null),
        arguments("java.util.List", " null ", null),
        arguments("java.lang.Void", "null", null));
  }

  static Stream<Arguments> wrong() {
    String whole = "a whole number from -2147483648 to 2147483647";
    return Stream.of(
        arguments("void", "1", "none, because the method returns nothing", "Leave it out."),
        arguments("boolean", "yes", "true or false", CORRECT),
        arguments("char", "ab", "one character", CORRECT),
        arguments("byte", "128", "a whole number from -128 to 127", CORRECT),
        arguments("short", "32768", "a whole number from -32768 to 32767", CORRECT),
        arguments("int", "2147483648", whole, CORRECT),
        arguments("int", "null", whole, CORRECT),
        arguments("java.util.OptionalInt", "many", whole, CORRECT),
        arguments(
            "long",
            "9223372036854775808",
            "a whole number from -9223372036854775808 to 9223372036854775807",
            CORRECT),
        arguments("float", "1e39", "a number that fits a float", CORRECT),
        arguments("double", "1e309", "a number that fits a double", CORRECT),
        arguments("java.math.BigInteger", "1.5", "a whole number", CORRECT),
        arguments("java.math.BigDecimal", "1,5", "a number", CORRECT),
        arguments("java.time.LocalDate", "30.11.2026", "a date such as 2026-11-30", CORRECT),
        arguments("java.time.ZoneId", "Mars", "a time zone such as Europe/Berlin", CORRECT),
        arguments(
            "java.time.Duration", "soon", "a duration such as 250ms, 1.5s, 5m or 24h", CORRECT),
        arguments("java.net.URI", "http://[", "a URI", CORRECT),
        arguments(Shapes.Colour.class.getName(), "REDD", "one of RED, NONE", "Write RED."),
        arguments(
            Shapes.Plain.class.getName(),
            "x",
            "a method, as there are no literals of " + Shapes.Plain.class.getName(),
            "Name a method that makes one."),
        arguments(
            Bare.class.getName(),
            "x",
            "a method, as " + Bare.class.getName() + " has no constants",
            "Name a method that makes one."));
  }

  @ParameterizedTest
  @MethodSource("fitting")
  void isReadAsTheReturnType(String type, String text, @Nullable Object expected) throws Throwable {
    assertThat(value(text, TypeRef.of(type))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void isToldWhatIsExpected(String type, String text, String expected, String remedy) {
    assertThat(literals.read(text, TypeRef.of(type)))
        .isEqualTo(new Reading.Unreadable(expected, remedy));
  }

  @Test
  void ofAnArrayThereIsNoneButNull() throws Throwable {
    TypeRef array = new TypeRef("int", List.of(), 1);

    assertThat(value("null", array)).isNull();
    assertThat(literals.read("1", array))
        .isEqualTo(
            new Reading.Unreadable(
                "a method, as there are no literals of int[]", "Name a method that makes one."));
  }

  @Test
  void anOptionalHoldsIt() throws Throwable {
    assertThat(value("7", generic("java.util.Optional", "java.lang.Integer")))
        .isEqualTo(Optional.of(7));
    assertThat(value("null", generic("java.util.Optional", "java.lang.Integer")))
        .isEqualTo(Optional.empty());
    assertThat(value("RED", generic("java.util.Optional", Shapes.Colour.class.getName())))
        .isEqualTo(Optional.of(Shapes.Colour.RED));
    assertThat(value("raw", TypeRef.of("java.util.Optional"))).isEqualTo(Optional.of("raw"));
  }

  @Test
  void aFutureHasCompletedWithIt() throws Throwable {
    Object future = value("7", generic("java.util.concurrent.CompletionStage", "java.lang.Long"));

    assertThat(future)
        .asInstanceOf(InstanceOfAssertFactories.completableFuture(Long.class))
        .isCompletedWithValue(7L);
    assertThat(literals.read("x", generic("java.util.concurrent.Future", "java.lang.Boolean")))
        .isEqualTo(new Reading.Unreadable("true or false", CORRECT));
  }

  private @Nullable Object value(String text, TypeRef type) throws Throwable {
    Reading reading = literals.read(text, type);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).literal().bind(MethodHandles.lookup()).make();
  }

  private static TypeRef generic(String type, String argument) {
    return new TypeRef(type, List.of(TypeRef.of(argument)), 0);
  }

  private static BigInteger big(String text) {
    return new BigInteger(text);
  }

  enum Bare {}
}
