package dev.holdfast.campaign.keeper;

import java.time.DayOfWeek;
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
import java.util.Date;

/** A field of every kind of time. */
record Times(
    Instant instant,
    Duration duration,
    Period period,
    LocalDate date,
    LocalTime time,
    LocalDateTime dateTime,
    OffsetDateTime offset,
    ZonedDateTime zoned,
    ZoneOffset zoneOffset,
    ZoneId zone,
    Year year,
    YearMonth yearMonth,
    MonthDay monthDay,
    DayOfWeek day,
    Date old) {

  /** In the hour that comes twice, in the second one. */
  @SuppressWarnings("JavaUtilDate") // one of the kinds
  static Times sample() {
    LocalDateTime twice = LocalDateTime.of(2026, 10, 25, 2, 30, 0, 123_456_789);
    return new Times(
        Instant.parse("2026-11-01T10:15:30.123456789Z"),
        Duration.ofSeconds(-5, 7),
        Period.of(1, -2, 3),
        LocalDate.MAX,
        LocalTime.of(10, 15),
        twice,
        OffsetDateTime.parse("2026-11-01T10:15:30+05:30"),
        ZonedDateTime.ofLocal(twice, ZoneId.of("Europe/Berlin"), ZoneOffset.ofHours(1)),
        ZoneOffset.ofHoursMinutes(-3, -30),
        ZoneId.of("Asia/Kolkata"),
        Year.of(-44),
        YearMonth.of(2026, 11),
        MonthDay.of(2, 29),
        DayOfWeek.SUNDAY,
        new Date(1_700_000_000_123L));
  }
}
