package dev.holdfast.campaign.keeper;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.Currency;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A field of every kind that is one value. */
record Scalars(
    boolean flag,
    byte small,
    short shorter,
    int number,
    long longer,
    char letter,
    float single,
    double precise,
    Double notANumber,
    @Nullable Integer absent,
    String text,
    BigInteger big,
    BigDecimal amount,
    UUID id,
    URI link,
    Currency currency,
    Locale locale,
    OptionalInt maybeInt,
    OptionalLong maybeLong,
    OptionalDouble maybeDouble) {

  static Scalars sample() {
    return new Scalars(
        true,
        Byte.MIN_VALUE,
        Short.MAX_VALUE,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        '\ud800',
        Float.MIN_VALUE,
        -0.0,
        Double.NaN,
        null,
        "\u0000 \"quoted\" \n\u2028 \ud83d\ude00 \udc00 half",
        new BigInteger("123456789012345678901234567890"),
        new BigDecimal("12.500"),
        UUID.fromString("8c2f7c5e-0000-4000-8000-0123456789ab"),
        URI.create("https://shop.example/orders?id=1#top"),
        Currency.getInstance("EUR"),
        Locale.forLanguageTag("zh-Hant-TW"),
        OptionalInt.empty(),
        OptionalLong.of(Long.MIN_VALUE),
        OptionalDouble.of(-0.0));
  }
}
