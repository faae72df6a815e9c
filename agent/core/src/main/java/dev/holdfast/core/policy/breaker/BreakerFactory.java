package dev.holdfast.core.policy.breaker;

import com.google.auto.service.AutoService;
import dev.holdfast.CircuitBreaker;
import dev.holdfast.core.call.Statuses;
import dev.holdfast.core.config.DurationText;
import dev.holdfast.core.keypath.KeyPath;
import dev.holdfast.core.pipeline.Ring;
import dev.holdfast.core.plan.Attributes;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.PolicyFactory;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Makes breakers of {@link CircuitBreaker}. */
@AutoService(PolicyFactory.class)
public final class BreakerFactory implements PolicyFactory {

  private static final Duration ABOVE_ZERO = Duration.ofNanos(1);

  /** No rate is this small; it stands for "above 0". */
  private static final double NO_RATE = Double.MIN_VALUE;

  private static final String WINDOW =
      "a number of calls from 1 to "
          + WindowSize.Calls.MOST
          + " such as 100, or a duration of at least 100ms such as 30s";

  private final SharedNames names = new SharedNames();

  @Override
  public String name() {
    return "circuit-breaker";
  }

  @Override
  public Class<? extends Annotation> annotation() {
    return CircuitBreaker.class;
  }

  @Override
  public Ring ring() {
    return Ring.ADMIT;
  }

  @Override
  public Set<String> fixedAttributes() {
    return Set.of("key");
  }

  @Override
  public BreakerSpec compile(Attributes attributes, GuardedMethod method) {
    BreakerSpec spec =
        new BreakerSpec(
            attributes.text("name").strip(),
            limits(attributes),
            new BreakerSpec.Types(attributes.types("on"), attributes.types("not")),
            statuses(attributes),
            KeyPath.compile(attributes, "key", method),
            attributes.integer("maxKeys", 1, Integer.MAX_VALUE),
            attributes.flag("retryAfter"));
    if (!spec.name().isEmpty()) {
      names
          .register(spec.name(), method.qualifiedName(), attributes.era(), spec.shared())
          .ifPresent(conflict -> report(conflict, spec, attributes));
    }
    return spec;
  }

  private static void report(
      SharedNames.Conflict conflict, BreakerSpec spec, Attributes attributes) {
    attributes.reject(
        conflict.attribute(),
        "%s, as on %s, which shares the breaker %s"
            .formatted(conflict.value(), conflict.place(), spec.name()),
        "Set the same on both, or give one of them another name");
  }

  private static BreakerLimits limits(Attributes attributes) {
    WindowSize window = window(attributes);
    long openNanos = Nanos.of(attributes.duration("openFor", ABOVE_ZERO));
    long maxOpenNanos = Nanos.of(attributes.duration("maxOpenFor", ABOVE_ZERO));
    if (maxOpenNanos < openNanos) {
      if (attributes.isSet("openFor") && attributes.isSet("maxOpenFor")) {
        attributes.reject(
            "maxOpenFor",
            "at least openFor, " + attributes.text("openFor"),
            "Set a longer one, or a shorter openFor");
      }
      // The one that nobody chose follows the one that somebody did.
      openNanos = attributes.isSet("maxOpenFor") ? maxOpenNanos : openNanos;
      maxOpenNanos = openNanos;
    }
    return new BreakerLimits(
        window,
        attributes.number("failureRate", NO_RATE, 100),
        minimumCalls(attributes, window),
        attributes.text("slowCall").isBlank()
            ? 0
            : Nanos.of(attributes.duration("slowCall", ABOVE_ZERO)),
        attributes.number("slowRate", NO_RATE, 100),
        openNanos,
        maxOpenNanos,
        attributes.integer("halfOpenCalls", 1, Integer.MAX_VALUE));
  }

  private static WindowSize window(Attributes attributes) {
    String text = attributes.text("window").strip();
    Optional<WindowSize> window =
        isNumber(text)
            ? number(text).filter(WindowSize.Calls::allows).map(WindowSize.Calls::new)
            : DurationText.parse(text).filter(WindowSize.Span::allows).map(WindowSize.Span::new);
    return window.orElseGet(
        () -> {
          attributes.reject("window", WINDOW, "Set one of the two");
          return new WindowSize.Calls(100);
        });
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Optional<Integer> number(String digits) {
    try {
      return Optional.of(Integer.valueOf(digits));
    } catch (NumberFormatException tooLong) {
      return Optional.empty();
    }
  }

  /**
   * More than the window holds would mean never to open: the default gives way, a wish does not.
   */
  private static int minimumCalls(Attributes attributes, WindowSize window) {
    int minimum = attributes.integer("minimumCalls", 1, Integer.MAX_VALUE);
    if (!(window instanceof WindowSize.Calls size) || minimum <= size.calls()) {
      return minimum;
    }
    if (attributes.isSet("minimumCalls")) {
      attributes.reject(
          "minimumCalls",
          "at most the calls that the window holds, " + size.calls(),
          "Set fewer, or a larger window");
    }
    return size.calls();
  }

  private static Statuses statuses(Attributes attributes) {
    try {
      return Statuses.parse(attributes.text("statuses"));
    } catch (IllegalArgumentException wrong) {
      attributes.reject("statuses", Statuses.EXPECTED, "Write them like 429,500-599");
      return Statuses.NONE;
    }
  }
}
