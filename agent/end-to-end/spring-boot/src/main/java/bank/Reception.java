package bank;

import dev.holdfast.CallRefusedException;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the vault and the mail are asked for. */
@RestController
class Reception {

  private final Vault vault;
  private final Mail mail;
  private final Trouble trouble;

  Reception(Vault vault, Mail mail, Trouble trouble) {
    this.vault = vault;
    this.mail = mail;
    this.trouble = trouble;
  }

  @ModelAttribute
  void expect(@RequestParam(defaultValue = "0") int failures) {
    trouble.expect(failures);
  }

  @PostMapping("/vault/{box}/open")
  String open(@PathVariable String box) {
    return vault.open(box);
  }

  @PostMapping("/vault/{box}/open-if-clerk")
  String openIfClerk(@PathVariable String box) {
    return vault.openIfClerk(box);
  }

  @PostMapping("/vault/{box}/look")
  String look(@PathVariable String box) {
    return vault.look(box);
  }

  @PostMapping("/vault/{box}/lock")
  String lock(@PathVariable String box) {
    return vault.lock(box);
  }

  @PostMapping("/trouble/{step}")
  void stand(@PathVariable String step) throws InterruptedException {
    switch (step) {
      case "hold" -> trouble.hold();
      case "stand" -> trouble.await();
      case "await" -> trouble.awaitHeld();
      default -> trouble.release();
    }
  }

  @PostMapping("/mail")
  int send() {
    mail.tried();
    return triedBy(mail.send());
  }

  @PostMapping("/mail/transaction")
  int sendInTransaction() {
    mail.tried();
    return triedBy(mail.sendInTransaction());
  }

  @GetMapping("/mail/{name}")
  String address(@PathVariable String name) {
    mail.tried();
    return mail.address(name) + ", again " + mail.address(name);
  }

  @GetMapping("/mail/{name}/street")
  String street(@PathVariable String name) {
    mail.tried();
    return mail.street(name) + ", then " + mail.street(name) + ", again " + mail.street(name);
  }

  @GetMapping("/asked")
  String asked() {
    return mail.asked();
  }

  @GetMapping("/swept")
  int swept() {
    return mail.swept();
  }

  private int triedBy(CompletableFuture<String> sending) {
    sending.exceptionally(Throwable::getMessage).join();
    return mail.tried();
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
  String failed(IllegalStateException failure) {
    return String.valueOf(failure.getMessage());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
  String refused(CallRefusedException refusal) {
    return refusal.getClass().getSimpleName();
  }
}
