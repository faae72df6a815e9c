package bank;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the bank is spoken to. */
@RestController
class Counter {

  private final Ledger ledger;
  private final Bookings bookings;
  private final Trouble trouble;

  Counter(Ledger ledger, Bookings bookings, Trouble trouble) {
    this.ledger = ledger;
    this.bookings = bookings;
    this.trouble = trouble;
  }

  @PostMapping("/ledger/{text}")
  void book(@PathVariable String text, @RequestParam(defaultValue = "0") int failures) {
    trouble.expect(failures);
    ledger.book(text);
  }

  @GetMapping("/ledger/{text}")
  long count(@PathVariable String text) {
    return bookings.countByText(text);
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
  String failed(IllegalStateException trouble) {
    return String.valueOf(trouble.getMessage());
  }
}
