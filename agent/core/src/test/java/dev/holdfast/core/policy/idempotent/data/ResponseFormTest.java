package dev.holdfast.core.policy.idempotent.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.policy.idempotent.data.Samples.Bic;
import dev.holdfast.core.policy.idempotent.data.Storability.Finding;
import dev.holdfast.core.type.TypeRef;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Responses of Spring MVC as data; the version of Spring here is the newest. */
final class ResponseFormTest {

  private static final TypeRef OF_TEXT = of(TypeRef.of("java.lang.String"));
  private static final TypeRef OF_BIC = of(TypeRef.of(Bic.class.getName()));

  @Test
  void comesBackWithStatusHeadersAndBody() {
    HttpHeaders headers = new HttpHeaders();
    headers.add("X-Order", "two");
    headers.add("X-Order", "one");
    headers.setLocation(URI.create("/orders/17"));
    headers.put("X-Empty", List.of());
    ResponseEntity<Bic> created =
        new ResponseEntity<>(new Bic("GENODEF1", "4711"), headers, HttpStatus.CREATED);

    assertThat(Types.roundTrip(OF_BIC, created)).isEqualTo(created);
  }

  @Test
  void comesBackWithoutABody() {
    ResponseEntity<String> empty = ResponseEntity.noContent().build();

    assertThat(Types.roundTrip(OF_TEXT, empty)).isEqualTo(empty);
  }

  @Test
  void comesBackWithAStatusThatHasNoName() {
    ResponseEntity<String> odd = ResponseEntity.status(299).body("as good as done");

    assertThat(Types.roundTrip(OF_TEXT, odd)).isEqualTo(odd);
  }

  @Test
  void isNoDataIfItsBodyMayBeAnything() {
    assertThat(Types.result(of(TypeRef.of("java.lang.Object"))))
        .isInstanceOfSatisfying(
            Finding.Flawed.class,
            flawed ->
                assertThat(flawed.flaws())
                    .extracting(Flaw::toString)
                    .containsExactly(
                        "org.springframework.http.ResponseEntity<java.lang.Object>.body is"
                            + " java.lang.Object, which may be anything"));
  }

  @Test
  void isNotGivenOutAsAnotherClass() {
    ResponseEntity<String> own = new ResponseEntity<>("done", HttpStatus.OK) {};

    assertThatThrownBy(() -> Types.roundTrip(OF_TEXT, own))
        .isInstanceOf(Unstorable.class)
        .hasMessageEndingWith("would come back as a org.springframework.http.ResponseEntity");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"status\":200,\"headers\":[]}",
        "{\"status\":\"200\",\"headers\":[],\"body\":null}",
        "{\"status\":4294967496,\"headers\":[],\"body\":null}",
        "{\"status\":200,\"headers\":null,\"body\":null}",
        "{\"status\":200,\"headers\":[[\"X\",null]],\"body\":null}",
        "{\"status\":200,\"headers\":[[null,[]]],\"body\":null}",
        "{\"status\":200,\"headers\":[],\"body\":7}"
      })
  void refusesWhatItDidNotWrite(String data) {
    assertThatThrownBy(() -> Types.codec(OF_TEXT).read("{\"returned\":" + data + "}"))
        .isInstanceOf(Unstorable.class);
  }

  private static TypeRef of(TypeRef body) {
    return new TypeRef("org.springframework.http.ResponseEntity", List.of(body), 0);
  }
}
