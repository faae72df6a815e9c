package bank;

import dev.holdfast.CallRefusedException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the bank is spoken to; {@code failures} says how often what is asked for fails first. */
@RestController
class Counter {

  private final Ledger ledger;
  private final Payments payments;
  private final Journal journal;
  private final Receipts receipts;
  private final Bookings bookings;
  private final Trouble trouble;

  Counter(
      Ledger ledger,
      Payments payments,
      Journal journal,
      Receipts receipts,
      Bookings bookings,
      Trouble trouble) {
    this.ledger = ledger;
    this.payments = payments;
    this.journal = journal;
    this.receipts = receipts;
    this.bookings = bookings;
    this.trouble = trouble;
  }

  @ModelAttribute
  void expect(@RequestParam(defaultValue = "0") int failures) {
    trouble.expect(failures);
  }

  @GetMapping("/ledger/{text}")
  long count(@PathVariable String text) {
    return bookings.countByText(text);
  }

  @PostMapping("/broken")
  long broken() {
    return bookings.broken();
  }

  @PostMapping("/ledger/{text}")
  void book(@PathVariable String text) {
    ledger.book(text);
  }

  @PostMapping("/ledger/{text}/or-not")
  String bookOrNot(@PathVariable String text) {
    return ledger.bookOrNot(text);
  }

  @PostMapping("/ledger/{text}/insistently")
  void bookInsistently(@PathVariable String text) {
    ledger.bookInsistently(text);
  }

  @PostMapping("/self/{text}")
  void bookBySelf(@PathVariable String text) {
    ledger.bookBySelf(text);
  }

  @PostMapping("/payments/{text}")
  String pay(@PathVariable String text) {
    payments.pay(text);
    return payments.getClass().getSimpleName().replaceAll("\\d", "");
  }

  @PostMapping("/journal/{text}")
  String enter(@PathVariable String text) {
    return journal.enter(text);
  }

  @PostMapping("/journal/{text}/alone")
  String enterAlone(@PathVariable String text) {
    return journal.enterAlone(text);
  }

  @PostMapping("/journal/{text}/join")
  void join(@PathVariable String text) {
    journal.join(text);
  }

  @PostMapping("/receipts/{text}")
  void write(@PathVariable String text) {
    receipts.prepare();
    receipts.write(text);
  }

  @GetMapping("/receipts")
  int written() {
    return receipts.written();
  }

  @ExceptionHandler({IllegalStateException.class, DataAccessException.class})
  @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
  String failed(RuntimeException failure) {
    return failure.getClass().getSimpleName();
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
  String refused(CallRefusedException refusal) {
    return refusal.getClass().getSimpleName();
  }
}
