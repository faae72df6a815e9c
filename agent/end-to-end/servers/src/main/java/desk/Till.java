package desk;

import dev.holdfast.IdempotencyKeyMissingException;
import dev.holdfast.Idempotent;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * A controller whose handlers are idempotent themselves, and which has a word on some exceptions.
 */
@RestController
public class Till {

  private final AtomicInteger payments = new AtomicInteger();
  private final AtomicInteger parcels = new AtomicInteger();

  /** Pays once for each key of a request. */
  @Idempotent
  @PostMapping("/payments")
  public String pay(@RequestBody String order) {
    return order + " paid, number " + payments.incrementAndGet();
  }

  /** Takes an order once for each key of a request; answers when to ask for it. */
  @Idempotent
  @PostMapping("/parcels")
  public ResponseEntity<String> send(@RequestBody String order) {
    return ResponseEntity.accepted()
        .header("Retry-After", "60")
        .body(order + " sent, number " + parcels.incrementAndGet());
  }

  /** The application's own answer. */
  @ExceptionHandler
  public ResponseEntity<String> map(IdempotencyKeyMissingException missing) {
    return ResponseEntity.status(418).body("mapped by the application");
  }
}
