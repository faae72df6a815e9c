package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names and defaults that programs and configuration rely on. */
final class AnnotationDefaultsTest {

  @Test
  void ofRetry() {
    assertThat(defaults(Retry.class))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("maxAttempts", "3"),
                Map.entry("maxDuration", "200s"),
                Map.entry("backoff", "100ms"),
                Map.entry("multiplier", "2.0"),
                Map.entry("maxBackoff", "20s"),
                Map.entry("jitter", "FULL"),
                Map.entry("attemptTimeout", ""),
                Map.entry("on", "[class java.lang.Exception]"),
                Map.entry("not", "[]"),
                Map.entry("onResult", ""),
                Map.entry("retryAfter", "true"),
                Map.entry("maxRetryAfter", "10s"),
                Map.entry("statuses", "429,502,503,504"),
                Map.entry("retryAmbiguous", "true"),
                Map.entry("budget", "")));
  }

  @Test
  void ofCircuitBreaker() {
    assertThat(defaults(CircuitBreaker.class))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("name", ""),
                Map.entry("window", "100"),
                Map.entry("failureRate", "50.0"),
                Map.entry("minimumCalls", "20"),
                Map.entry("slowCall", ""),
                Map.entry("slowRate", "100.0"),
                Map.entry("openFor", "30s"),
                Map.entry("maxOpenFor", "5m"),
                Map.entry("halfOpenCalls", "3"),
                Map.entry("on", "[class java.lang.Throwable]"),
                Map.entry("not", "[]"),
                Map.entry("key", ""),
                Map.entry("maxKeys", "10000"),
                Map.entry("statuses", "429,500-599"),
                Map.entry("retryAfter", "false")));
  }

  @Test
  void ofFallback() {
    assertThat(defaults(Fallback.class))
        .isEqualTo(
            Map.of("method", "", "value", "", "on", "[class java.lang.Exception]", "not", "[]"));
  }

  @Test
  void ofIdempotent() {
    assertThat(defaults(Idempotent.class))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("name", ""),
                Map.entry("key", ""),
                Map.entry("required", "true"),
                Map.entry("ttl", "24h"),
                Map.entry("concurrent", "WAIT"),
                Map.entry("lease", "1m"),
                Map.entry("onUnknown", "RUN"),
                Map.entry("matchArguments", "true"),
                Map.entry("scope", ""),
                Map.entry("rememberFailures", "[]"),
                Map.entry("store", ""),
                Map.entry("onUnavailable", "REFUSE")));
  }

  @Test
  void ofDeadline() {
    assertThat(defaults(Deadline.class))
        .isEqualTo(Map.of("value", "mandatory", "interrupt", "true", "handoff", "false"));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Retry.class,
        CircuitBreaker.class,
        Fallback.class,
        Idempotent.class,
        Deadline.class
      })
  void policiesGoOnMethodsAndTypesAndAreThereAtRunTime(Class<? extends Annotation> policy) {
    assertThat(policy.getAnnotation(Target.class).value())
        .containsExactly(ElementType.METHOD, ElementType.TYPE);
    assertThat(policy.getAnnotation(Retention.class).value()).isEqualTo(RetentionPolicy.RUNTIME);
    assertThat(policy).hasAnnotation(Documented.class);
  }

  @Test
  void theKeyGoesOnAParameter() {
    assertThat(IdempotencyKey.class.getAnnotation(Target.class).value())
        .containsExactly(ElementType.PARAMETER);
  }

  private static Map<String, String> defaults(Class<? extends Annotation> annotation) {
    Map<String, String> defaults = new TreeMap<>();
    for (Method attribute : annotation.getDeclaredMethods()) {
      defaults.put(attribute.getName(), text(attribute.getDefaultValue()));
    }
    return defaults;
  }

  private static String text(Object value) {
    if (value == null) {
      return "mandatory";
    }
    return value instanceof Object[] array ? Arrays.toString(array) : value.toString();
  }
}
