package dev.holdfast.core.policy.fallback.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.policy.fallback.value.Literals.Reading;
import dev.holdfast.core.type.ReflectedModels;
import dev.holdfast.core.type.TypeRef;
import java.lang.invoke.MethodHandles;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** For any value: its text is a literal of it. */
final class LiteralRoundTripTest {

  private static final List<String> TYPES =
      List.of(
          "boolean",
          "char",
          "byte",
          "int",
          "double",
          "java.lang.String",
          "java.math.BigInteger",
          "java.math.BigDecimal",
          "java.time.Duration",
          "java.time.ZonedDateTime",
          "java.time.ZoneId",
          "java.util.UUID",
          "java.net.URI",
          "java.util.OptionalLong",
          "java.time.DayOfWeek");

  private final Literals literals = new Literals(ReflectedModels.ALL);

  @Property
  void wholeNumbersAreReadBack(@ForAll byte b, @ForAll short s, @ForAll int i, @ForAll long l)
      throws Throwable {
    assertThat(value("" + b, TypeRef.of("byte"))).isEqualTo(b);
    assertThat(value("" + s, TypeRef.of("java.lang.Short"))).isEqualTo(s);
    assertThat(value("" + i, TypeRef.of("int"))).isEqualTo(i);
    assertThat(value("" + l, TypeRef.of("long"))).isEqualTo(l);
  }

  @Property
  void otherNumbersAndCharactersAreReadBack(
      @ForAll float f, @ForAll double d, @ForAll char c, @ForAll BigDecimal b) throws Throwable {
    assertThat(value("" + f, TypeRef.of("float"))).isEqualTo(f);
    assertThat(value("" + d, TypeRef.of("double"))).isEqualTo(d);
    assertThat(value("" + c, TypeRef.of("char"))).isEqualTo(c);
    assertThat(value("" + b, TypeRef.of("java.math.BigDecimal"))).isEqualTo(b);
  }

  @Property
  void wholeNumbersOutsideOfTheRangeAreNot(@ForAll long number) {
    boolean isInt = number == (int) number;

    assertThat(literals.read("" + number, TypeRef.of("int")) instanceof Reading.Read)
        .isEqualTo(isInt);
  }

  @Property(tries = 200)
  void noTextMakesItThrow(@ForAll String text) {
    for (String type : TYPES) {
      assertThat(literals.read(text, TypeRef.of(type))).isNotNull();
    }
  }

  private @Nullable Object value(String text, TypeRef type) throws Throwable {
    Reading reading = literals.read(text, type);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) reading).literal().bind(MethodHandles.lookup()).make();
  }
}
