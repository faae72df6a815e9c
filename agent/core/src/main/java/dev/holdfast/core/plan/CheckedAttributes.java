package dev.holdfast.core.plan;

import dev.holdfast.core.config.Closest;
import dev.holdfast.core.config.Configuration;
import dev.holdfast.core.config.DurationText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads attributes from what was written in code or in keys, and reports each wrong value once. */
final class CheckedAttributes implements Attributes {

  private final PolicyDescription policy;
  private final Map<String, Setting> settings;
  private final GuardedMethod method;
  private final AttributeProblems problems;
  private final Configuration configuration;

  CheckedAttributes(
      PolicyDescription policy,
      Map<String, Setting> settings,
      GuardedMethod method,
      AttributeProblems problems,
      Configuration configuration) {
    this.policy = policy;
    this.settings = settings;
    this.method = method;
    this.problems = problems;
    this.configuration = configuration;
  }

  @Override
  public String text(String attribute) {
    return read(attribute, value -> Optional.of(value.toString()), "a text", "Set it", "");
  }

  @Override
  public int integer(String attribute, int least, int most) {
    NumberRange range = new NumberRange(least, most);
    BigDecimal number =
        read(
            attribute,
            value -> decimal(value).filter(CheckedAttributes::isWhole),
            "a whole number " + range.expected(),
            "Set a whole number",
            BigDecimal.valueOf(least));
    return (int) inRange(attribute, number.doubleValue(), range);
  }

  @Override
  public double number(String attribute, double least, double most) {
    NumberRange range = new NumberRange(least, most);
    BigDecimal number =
        read(
            attribute,
            CheckedAttributes::decimal,
            "a number " + range.expected(),
            "Set a number",
            BigDecimal.valueOf(least));
    return inRange(attribute, number.doubleValue(), range);
  }

  private double inRange(String attribute, double number, NumberRange range) {
    if (range.includes(number)) {
      return number;
    }
    problems.value(attribute, range.expected(), range.remedy(number));
    return builtIn(attribute)
        .flatMap(CheckedAttributes::decimal)
        .map(BigDecimal::doubleValue)
        .filter(range::includes)
        .orElse(range.least());
  }

  @Override
  public boolean flag(String attribute) {
    return read(attribute, CheckedAttributes::truth, "true or false", "Set true or false", false);
  }

  @Override
  public <E extends Enum<E>> E choice(String attribute, Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    List<String> names = constants.stream().map(Enum::name).toList();
    String written = text(attribute);
    return read(
        attribute,
        value -> constant(value.toString(), constants),
        "one of " + String.join(", ", names),
        "Set " + Closest.to(constantName(written), names),
        constants.get(0));
  }

  @Override
  public Duration duration(String attribute, Duration least) {
    Duration duration =
        read(
            attribute,
            value -> DurationText.parse(value.toString()),
            DurationText.EXPECTED,
            "Set a number with its unit",
            least);
    if (duration.compareTo(least) >= 0) {
      return duration;
    }
    boolean isAboveZero = least.equals(Duration.ofNanos(1));
    problems.value(
        attribute,
        isAboveZero ? "a duration above 0" : "at least " + least,
        isAboveZero ? "Set a longer one" : "Set at least " + least);
    return builtIn(attribute)
        .flatMap(value -> DurationText.parse(value.toString()))
        .filter(value -> value.compareTo(least) >= 0)
        .orElse(least);
  }

  @Override
  public List<String> types(String attribute) {
    List<String> names = read(attribute, CheckedAttributes::names, "types", "Set it", List.of());
    List<String> known = new ArrayList<>();
    for (String name : names) {
      Optional<String> mistake = new ThrowableName(name, method.types()).mistake();
      if (mistake.isEmpty()) {
        known.add(name);
      } else {
        problems.place(attribute, "exception types that exist", mistake.get());
      }
    }
    return List.copyOf(known);
  }

  @Override
  public Object era() {
    return configuration;
  }

  @Override
  public boolean isSet(String attribute) {
    declared(attribute);
    Setting setting = settings.get(attribute);
    return setting != null && !(setting.origin() instanceof Origin.BuiltIn);
  }

  @Override
  public void reject(String attribute, String expected, String remedy) {
    declared(attribute);
    problems.place(attribute, expected, remedy);
  }

  @Override
  public void reject(String message) {
    problems.whole(message);
  }

  @Override
  public void note(String message) {
    problems.note(message);
  }

  /** The value in force as the parser reads it; a value that it cannot read is reported. */
  private <T> T read(
      String attribute,
      Function<Object, Optional<T>> parser,
      String expected,
      String remedy,
      T otherwise) {
    declared(attribute);
    Setting setting = settings.get(attribute);
    if (setting == null) {
      problems.value(attribute, expected, remedy);
      return otherwise;
    }
    Optional<T> parsed = parser.apply(setting.value());
    if (parsed.isPresent()) {
      return parsed.get();
    }
    problems.value(attribute, expected, remedy);
    return builtIn(attribute).flatMap(parser).orElse(otherwise);
  }

  private PolicyAttribute declared(String attribute) {
    return policy
        .attribute(attribute)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "attribute: " + attribute + " (expected: one of " + policy.annotation() + ")"));
  }

  private Optional<Object> builtIn(String attribute) {
    return declared(attribute).builtIn();
  }

  private static Optional<BigDecimal> decimal(Object value) {
    try {
      return Optional.of(new BigDecimal(value.toString().trim()));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  private static Optional<Boolean> truth(Object value) {
    return switch (value.toString().trim().toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static <E extends Enum<E>> Optional<E> constant(String written, List<E> constants) {
    String name = constantName(written);
    return constants.stream().filter(constant -> constant.name().equals(name)).findFirst();
  }

  private static String constantName(String written) {
    return written.trim().toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static Optional<List<String>> names(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return Optional.of(list.stream().map(Object::toString).toList());
    }
    return Optional.of(
        Arrays.stream(String.valueOf(value).split(","))
            .map(String::trim)
            .filter(name -> !name.isEmpty())
            .toList());
  }
}
