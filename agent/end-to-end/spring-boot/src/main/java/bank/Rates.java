package bank;

import dev.holdfast.Fallback;
import dev.holdfast.Retry;
import org.springframework.web.service.annotation.PostExchange;

/** Another bank's rates, by HTTP; implemented by a proxy of Spring's alone. */
public interface Rates {

  /** The rate of today, or what is known without asking. */
  @PostExchange("/rates/quote")
  @Retry(backoff = "0")
  @Fallback(method = "known")
  String quote();

  /** Known without asking. */
  default String known() {
    return "1.0 as ever";
  }
}
