package bank;

import dev.holdfast.Deadline;
import dev.holdfast.Fallback;
import dev.holdfast.Retry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What Spring runs on other threads, at other times, or not at all. */
@Service
public class Mail {

  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger swept = new AtomicInteger();

  /** Tries to send. */
  @Async
  @Retry(backoff = "0")
  public CompletableFuture<String> send() {
    sent.incrementAndGet();
    throw new IllegalStateException("not sent");
  }

  /** Tries to send, in a transaction. */
  @Async
  @Transactional
  @Retry(backoff = "0")
  public CompletableFuture<String> sendInTransaction() {
    return send();
  }

  /** Counts an address, once for each that is cached. */
  @Cacheable("addresses")
  @Retry(backoff = "0")
  public String address(String name) {
    if (sent.incrementAndGet() % 3 != 0) {
      throw new IllegalStateException("not found");
    }
    return name + "@bank after " + sent;
  }

  /** Finds a street at the fourth attempt, and guesses before; guesses are not cached. */
  @Cacheable(cacheNames = "streets", unless = "T(dev.holdfast.Holdfast).degraded()")
  @Retry(backoff = "0")
  @Fallback(value = "somewhere")
  public String street(String name) {
    if (sent.incrementAndGet() <= 3) {
      throw new IllegalStateException("not found");
    }
    return name + " Street after " + sent;
  }

  /** Knows on another thread which request it is asked by. */
  @Deadline(value = "1m", handoff = true)
  public String asked() {
    return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
        .getRequest()
        .getRequestURI();
  }

  /** Runs once after the start. */
  @Scheduled(fixedDelay = 3_600_000)
  @Retry(backoff = "0")
  public void sweep() {
    if (swept.incrementAndGet() < 3) {
      throw new IllegalStateException("not swept");
    }
  }

  /** How often it was tried since the last question. */
  public int tried() {
    return sent.getAndSet(0);
  }

  /** How often it was swept. */
  public int swept() {
    return swept.get();
  }
}
