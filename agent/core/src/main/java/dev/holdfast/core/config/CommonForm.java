package dev.holdfast.core.config;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * The forms of values that are the same everywhere. Decided by a switch and not by lambdas, because
 * the first lambda of a JVM costs it milliseconds and this runs before {@code main}.
 */
enum CommonForm implements ValueForm {
  ANY("a text"),
  TEXT("a text that is not empty"),
  FLAG("true or false"),
  SWITCH("on or off"),
  MODE("enforce or observe"),
  ON_ERROR("continue or abort"),
  LEVEL("off, error, warn, info or debug"),
  RETRIED("obey or ignore"),
  TOKEN("the name of a header: letters, digits and !#$%&'*+-.^_`|~"),
  TOKENS("HTTP methods, separated by commas: POST,PATCH"),
  HOSTS("hosts without ports, separated by commas: pay.acme.com,*.acme.com, * or none"),
  INTEGER("a whole number"),
  NUMBER("a number"),
  PORT("a port, 0 to 65535"),
  DURATION(DurationText.EXPECTED),
  BUDGET(BudgetLimit.EXPECTED),
  STORE("memory, file:DIR, jdbc:... or redis://..."),
  PATTERNS(MethodPattern.EXPECTED);

  private final String expected;

  CommonForm(String expected) {
    this.expected = expected;
  }

  @Override
  public String expected() {
    return expected;
  }

  /** Whether values are words whose case does not matter. */
  boolean isWord() {
    return switch (this) {
      case FLAG, SWITCH, MODE, ON_ERROR, LEVEL, RETRIED -> true;
      default -> false;
    };
  }

  @Override
  public boolean accepts(String value) {
    String text = value.trim();
    return switch (this) {
      case ANY -> true;
      case TEXT -> !text.isEmpty();
      case FLAG -> isOneOf(text, "true", "false");
      case SWITCH -> isOneOf(text, "on", "off");
      case MODE -> Choices.find(Mode.values(), text) != null;
      case ON_ERROR -> Choices.find(OnError.values(), text) != null;
      case LEVEL -> Choices.find(LogLevel.values(), text) != null;
      case RETRIED -> isOneOf(text, "obey", "ignore");
      case TOKEN -> HttpText.isToken(text);
      case TOKENS -> HttpText.isTokens(text);
      case HOSTS -> HttpText.isHosts(text);
      case INTEGER -> isWhole(text);
      case NUMBER -> isNumber(text);
      case PORT -> isWhole(text) && isPort(new BigDecimal(text));
      case DURATION -> DurationText.parse(text).isPresent();
      case BUDGET -> BudgetLimit.parse(text).isPresent();
      case STORE -> isStore(text.toLowerCase(Locale.ROOT));
      case PATTERNS -> RulePatterns.isReadable(text);
    };
  }

  private static boolean isOneOf(String text, String one, String other) {
    return text.equalsIgnoreCase(one) || text.equalsIgnoreCase(other);
  }

  private static boolean isNumber(String text) {
    try {
      return Double.isFinite(new BigDecimal(text).doubleValue());
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }

  private static boolean isWhole(String text) {
    return isNumber(text) && new BigDecimal(text).stripTrailingZeros().scale() <= 0;
  }

  private static boolean isPort(BigDecimal number) {
    return number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(65_535)) <= 0;
  }

  private static boolean isStore(String text) {
    return text.equals("memory")
        || isPrefixed(text, "file:")
        || isPrefixed(text, "jdbc:")
        || isPrefixed(text, "redis://")
        || isPrefixed(text, "rediss://");
  }

  private static boolean isPrefixed(String text, String prefix) {
    return text.startsWith(prefix) && text.length() > prefix.length();
  }
}
