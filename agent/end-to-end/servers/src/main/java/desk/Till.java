package desk;

import dev.holdfast.IdempotencyKeyMissingException;
import dev.holdfast.Idempotent;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A controller whose handler is idempotent itself, and which has a word on some exceptions. */
@RestController
public class Till {

  private final AtomicInteger payments = new AtomicInteger();

  /** Pays once for each key of a request. */
  @Idempotent
  @PostMapping("/payments")
  public String pay(@RequestBody String order) {
    return order + " paid, number " + payments.incrementAndGet();
  }

  /** The application's own answer. */
  @ExceptionHandler
  public ResponseEntity<String> map(IdempotencyKeyMissingException missing) {
    return ResponseEntity.status(418).body("mapped by the application");
  }
}
