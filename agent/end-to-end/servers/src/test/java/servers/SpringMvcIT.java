package servers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import servers.Desk.Answer;

class SpringMvcIT extends ServerContract {

  SpringMvcIT() throws Exception {
    super("Spring MVC 6.2", SpringMvcServer.class, "spring-mvc");
  }

  @Test
  void handlersMayBeIdempotentThemselves() throws Exception {
    Answer first = desk().post("/payments", "tea", "Idempotency-Key", "till");
    Answer again = desk().post("/payments", "tea", "Idempotency-Key", "till");
    Answer other = desk().post("/payments", "mug", "Idempotency-Key", "till");

    assertThat(first).isEqualTo(Answer.ok("tea paid, number 1"));
    assertThat(again).isEqualTo(first);
    assertThat(other)
        .isEqualTo(Answer.refused(422, "Idempotency-Key was used for another request already"));
    found("@Idempotent handler", "one effect, one answer, 422");
  }

  @Test
  void handlersMayBeIdempotentThatReturnAResponseEntity() throws Exception {
    Answer first = desk().post("/parcels", "tea", "Idempotency-Key", "parcel");
    Answer again = desk().post("/parcels", "tea", "Idempotency-Key", "parcel");

    assertThat(first.status()).isEqualTo(202);
    assertThat(first.retryAfter()).containsExactly("60");
    assertThat(first.text()).isEqualTo("tea sent, number 1");
    assertThat(again).isEqualTo(first);
    found("@Idempotent handler of a ResponseEntity", "one effect, one status, headers and body");
  }

  @Test
  void anExceptionHandlerOfTheApplicationWins() throws Exception {
    Answer missing = desk().post("/payments", "tea");

    assertThat(missing.status()).isEqualTo(418);
    assertThat(missing.text()).isEqualTo("mapped by the application");
    found("@ExceptionHandler for an exception of ours", "the application's answer");
  }
}
