package dev.holdfast.core.policy.idempotent.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
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
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/**
 * The types whose values are a single piece of data, all of the JDK, and how each is written so
 * that it comes back equal: the scale of decimals, the sign of zero, zones and half surrogates
 * kept. No text depends on the version of the JDK, because fingerprints are made of them too.
 */
final class Scalars {

  private static final Map<String, Form> FORMS = new HashMap<>();

  static {
    add("boolean", Boolean.class, Boolean.class, value -> value, data -> data);
    whole("byte", Byte.class, Long::byteValue);
    whole("short", Short.class, Long::shortValue);
    whole("int", Integer.class, Long::intValue);
    whole("long", Long.class, value -> value);
    add("char", Character.class, String.class, String::valueOf, text -> text.charAt(0));
    add("float", Float.class, Object.class, FloatingPoint::data, FloatingPoint::readFloat);
    add("double", Double.class, Object.class, FloatingPoint::data, FloatingPoint::readDouble);
    text(String.class, text -> text, text -> text);
    text(BigInteger.class, BigInteger::toString, BigInteger::new);
    text(BigDecimal.class, BigDecimal::toString, BigDecimal::new);
    text(UUID.class, UUID::toString, UUID::fromString);
    text(URI.class, URI::toString, URI::create);
    text(Currency.class, Currency::getCurrencyCode, Currency::getInstance);
    text(Locale.class, Scalars::tag, Locale::forLanguageTag);
    add("java.util.Date", Date.class, Long.class, Date::getTime, Date::new);
    text(Instant.class, Instant::toString, Instant::parse);
    text(Duration.class, Duration::toString, Duration::parse);
    text(Period.class, Period::toString, Period::parse);
    text(LocalDate.class, LocalDate::toString, LocalDate::parse);
    text(LocalTime.class, LocalTime::toString, LocalTime::parse);
    text(LocalDateTime.class, LocalDateTime::toString, LocalDateTime::parse);
    text(OffsetTime.class, OffsetTime::toString, OffsetTime::parse);
    text(OffsetDateTime.class, OffsetDateTime::toString, OffsetDateTime::parse);
    text(ZonedDateTime.class, ZonedDateTime::toString, ZonedDateTime::parse);
    text(ZoneId.class, ZoneId::getId, ZoneId::of);
    text(ZoneOffset.class, ZoneOffset::getId, ZoneOffset::of);
    add(
        "java.time.Year",
        Year.class,
        Long.class,
        year -> (long) year.getValue(),
        year -> Year.of(Math.toIntExact(year)));
    text(YearMonth.class, Scalars::signed, YearMonth::parse);
    text(MonthDay.class, MonthDay::toString, MonthDay::parse);
    text(
        OptionalInt.class,
        value -> value.isPresent() ? Integer.toString(value.getAsInt()) : "",
        text -> text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text)));
    text(
        OptionalLong.class,
        value -> value.isPresent() ? Long.toString(value.getAsLong()) : "",
        text -> text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text)));
    text(
        OptionalDouble.class,
        value -> value.isPresent() ? Double.toHexString(value.getAsDouble()) : "",
        text ->
            text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text)));
  }

  private Scalars() {}

  static boolean include(String type) {
    return FORMS.containsKey(type);
  }

  /** The form of a type that is included. */
  static Form form(String type) {
    Form form = FORMS.get(type);
    if (form == null) {
      throw new IllegalArgumentException("type: " + type + " (expected: a scalar)");
    }
    return form;
  }

  private static <V, D> void add(
      String name, Class<V> type, Class<D> data, Function<V, D> writer, Function<D, V> reader) {
    Form form = new ScalarForm<>(type, data, writer, reader);
    FORMS.put(name, form);
    FORMS.put(type.getName(), form);
  }

  private static <V> void text(
      Class<V> type, Function<V, String> writer, Function<String, V> reader) {
    add(type.getName(), type, String.class, writer, reader);
  }

  private static <V extends Number> void whole(
      String name, Class<V> type, Function<Long, V> narrowed) {
    add(
        name,
        type,
        Long.class,
        Number::longValue,
        number -> {
          V value = narrowed.apply(number);
          if (value.longValue() != number) {
            throw new ArithmeticException(number + " is no " + name);
          }
          return value;
        });
  }

  /** A year of five digits is parsed with a sign only, and printed without. */
  private static String signed(YearMonth month) {
    return (month.getYear() > 9_999 ? "+" : "") + month;
  }

  /** Locales that are not well-formed have no tag that they could come back from. */
  private static String tag(Locale locale) {
    String tag = locale.toLanguageTag();
    if (!Locale.forLanguageTag(tag).equals(locale)) {
      throw new Unstorable("a locale is not well-formed");
    }
    return tag;
  }
}
