package bank;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Asks itself for rates, as if it were another bank. */
@RestController
class RateDesk {

  private final Trouble trouble;
  private final AtomicInteger quoted = new AtomicInteger();

  RateDesk(Trouble trouble) {
    this.trouble = trouble;
  }

  /** Answers the rate and how often it was asked for. */
  @PostMapping("/rates")
  String rate(HttpServletRequest request, @RequestParam int failures) {
    trouble.expect(failures);
    RestClient client =
        RestClient.builder()
            .baseUrl("http://localhost:" + request.getLocalPort())
            .defaultHeaders(headers -> headers.setBasicAuth("clerk", "secret"))
            .build();
    Rates rates =
        HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
            .build()
            .createClient(Rates.class);
    return rates.quote() + ", asked " + quoted.getAndSet(0) + " times";
  }

  @PostMapping("/rates/quote")
  ResponseEntity<String> quote() {
    quoted.incrementAndGet();
    try {
      trouble.strike();
      return ResponseEntity.ok("1.1");
    } catch (IllegalStateException failure) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }
  }
}
