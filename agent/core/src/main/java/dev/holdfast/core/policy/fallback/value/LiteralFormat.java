package dev.holdfast.core.policy.fallback.value;

import dev.holdfast.core.config.DurationText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DateTimeException;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a literal of one type of the platform is written.
 *
 * @param expected what to tell who wrote it wrong
 * @param reader reads it, or throws one of {@link #read}'s exceptions
 */
record LiteralFormat(String expected, Function<String, Object> reader) {

  private static final Map<String, LiteralFormat> BY_TYPE = new HashMap<>();

  static {
    format("a text", text -> text, "java.lang.String", "java.lang.CharSequence");
    format("a text", text -> text, "java.lang.Object", "java.io.Serializable");
    format("a text", text -> text, "java.lang.Comparable");
    format("true or false", LiteralFormat::truth, "boolean", "java.lang.Boolean");
    format("one character", LiteralFormat::character, "char", "java.lang.Character");
    format("a whole number from -128 to 127", Byte::valueOf, "byte", "java.lang.Byte");
    format("a whole number from -32768 to 32767", Short::valueOf, "short", "java.lang.Short");
    format(
        "a whole number from -2147483648 to 2147483647",
        Integer::valueOf,
        "int",
        "java.lang.Integer");
    format(
        "a whole number from -9223372036854775808 to 9223372036854775807",
        Long::valueOf,
        "long",
        "java.lang.Long");
    format("a number that fits a float", LiteralFormat::single, "float", "java.lang.Float");
    format("a number that fits a double", LiteralFormat::twice, "double", "java.lang.Double");
    format("a whole number", BigInteger::new, BigInteger.class);
    format("a number", BigDecimal::new, BigDecimal.class);
    format("a number", BigDecimal::new, Number.class);

    format(
        "a whole number from -2147483648 to 2147483647",
        text -> OptionalInt.of(Integer.parseInt(text)),
        OptionalInt.class);
    format(
        "a whole number from -9223372036854775808 to 9223372036854775807",
        text -> OptionalLong.of(Long.parseLong(text)),
        OptionalLong.class);
    format(
        "a number that fits a double",
        text -> OptionalDouble.of(twice(text)),
        OptionalDouble.class);

    format(
        DurationText.EXPECTED,
        text -> DurationText.parse(text).orElseThrow(IllegalArgumentException::new),
        java.time.Duration.class);
    format("a date such as 2026-11-30", LocalDate::parse, LocalDate.class);
    format("a time such as 17:45:00", LocalTime::parse, LocalTime.class);
    format(
        "a date and time such as 2026-11-30T17:45:00", LocalDateTime::parse, LocalDateTime.class);
    format("a time such as 17:45:00+01:00", OffsetTime::parse, OffsetTime.class);
    format(
        "a date and time such as 2026-11-30T17:45:00+01:00",
        OffsetDateTime::parse,
        OffsetDateTime.class);
    format(
        "a date and time such as 2026-11-30T17:45:00+01:00[Europe/Berlin]",
        ZonedDateTime::parse,
        ZonedDateTime.class);
    format("an instant such as 2026-11-30T16:45:00Z", Instant::parse, Instant.class);
    format("a period such as P1Y2M3D", Period::parse, Period.class);
    format("a year such as 2026", Year::parse, Year.class);
    format("a month such as 2026-11", YearMonth::parse, YearMonth.class);
    format("a day such as --11-30", MonthDay::parse, MonthDay.class);
    format("a time zone such as Europe/Berlin", ZoneId::of, ZoneId.class);
    format("an offset such as +01:00", ZoneOffset::of, ZoneOffset.class);

    format("a UUID such as 123e4567-e89b-12d3-a456-426614174000", UUID::fromString, UUID.class);
    format("a URI", URI::create, URI.class);
  }

  /** The format of literals of that type; null if it has none. */
  static @Nullable LiteralFormat of(String binaryName) {
    return BY_TYPE.get(binaryName);
  }

  /** Whether literals of that type are taken as they stand, blanks and the text null included. */
  static boolean isText(String binaryName) {
    LiteralFormat format = BY_TYPE.get(binaryName);
    return format != null && format.expected.equals("a text");
  }

  /** The value that the text writes; empty if it writes none. */
  Optional<Object> read(String text) {
    try {
      return Optional.of(reader.apply(text));
    } catch (DateTimeException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static Object truth(String text) {
    if (text.equalsIgnoreCase("true")) {
      return true;
    }
    if (text.equalsIgnoreCase("false")) {
      return false;
    }
    throw new IllegalArgumentException(text);
  }

  private static Object character(String text) {
    if (text.length() != 1) {
      throw new IllegalArgumentException(text);
    }
    return text.charAt(0);
  }

  private static Object single(String text) {
    float value = Float.parseFloat(text);
    return requireWritten(Float.isInfinite(value), text, value);
  }

  private static double twice(String text) {
    double value = Double.parseDouble(text);
    return requireWritten(Double.isInfinite(value), text, value);
  }

  /** What is too large becomes infinite silently; whoever means infinity writes it. */
  private static <T> T requireWritten(boolean isInfinite, String text, T value) {
    if (isInfinite && !text.endsWith("Infinity")) {
      throw new IllegalArgumentException(text);
    }
    return value;
  }

  private static void format(String expected, Function<String, Object> reader, Class<?> type) {
    format(expected, reader, type.getName());
  }

  private static void format(String expected, Function<String, Object> reader, String... types) {
    for (String type : types) {
      BY_TYPE.put(type, new LiteralFormat(expected, reader));
    }
  }
}
