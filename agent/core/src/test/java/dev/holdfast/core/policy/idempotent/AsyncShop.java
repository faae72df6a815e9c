package dev.holdfast.core.policy.idempotent;

import dev.holdfast.Deadline;
import dev.holdfast.Idempotent;
import dev.holdfast.Idempotent.Concurrent;
import dev.holdfast.Idempotent.OnUnknown;
import dev.holdfast.Retry;
import dev.holdfast.core.call.Scopes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A shop whose charges come later: when a test completes their bodies. */
final class AsyncShop {
  final List<CompletableFuture<List<String>>> bodies = new ArrayList<>();
  final List<@Nullable String> keys = new ArrayList<>();
  final CompletableFuture<@Nullable Void> shipped = new CompletableFuture<>();
  @Nullable Future<List<String>> task;
  @Nullable RuntimeException thrown;
  boolean isAbsent;
  int shipments;

  private @Nullable CompletableFuture<List<String>> charged(@Nullable String id) {
    if (thrown != null) {
      throw thrown;
    }
    if (isAbsent) {
      return null;
    }
    keys.add(Scopes.current().key());
    bodies.add(new CompletableFuture<>());
    return id == null ? new CompletableFuture<>() : bodies.get(bodies.size() - 1);
  }

  @Idempotent(key = "id")
  @Nullable CompletableFuture<List<String>> charge(String id) {
    return charged(id);
  }

  @Idempotent(key = "id")
  @Nullable CompletionStage<List<String>> staged(String id) {
    return charged(id);
  }

  @Idempotent(key = "id")
  CompletionStage<List<String>> minimal(String id) {
    bodies.add(new CompletableFuture<>());
    return bodies.get(bodies.size() - 1).minimalCompletionStage();
  }

  @Idempotent(key = "id")
  @Nullable Future<List<String>> plain(String id) {
    return id.isEmpty() ? null : task;
  }

  @Idempotent(key = "id")
  CompletableFuture<@Nullable Void> ship(String id) {
    shipments += id.length();
    return shipped;
  }

  @Idempotent(key = "id", rememberFailures = Declined.class)
  @Nullable CompletableFuture<List<String>> chargeOrDecline(String id) {
    return charged(id);
  }

  @Idempotent(key = "id", concurrent = Concurrent.REJECT)
  @Nullable CompletableFuture<List<String>> chargeOrReject(String id) {
    return charged(id);
  }

  @Idempotent(key = "id", onUnknown = OnUnknown.FAIL)
  @Nullable CompletableFuture<List<String>> chargeAtMostOnce(String id) {
    return charged(id);
  }

  @Idempotent(key = "id", onUnknown = OnUnknown.FAIL)
  @Deadline("2s")
  @Nullable CompletableFuture<List<String>> chargeInTime(String id) {
    return charged(id);
  }

  @Idempotent(key = "id")
  @Retry(backoff = "0")
  @Nullable CompletableFuture<List<String>> retried(String id) {
    return charged(id);
  }

  @Idempotent(key = "id")
  @Retry(maxAttempts = 2, backoff = "0", onResult = "isEmpty")
  @Nullable CompletableFuture<List<String>> judged(String id) {
    return charged(id);
  }

  boolean isEmpty(List<String> result) {
    return result.isEmpty();
  }

  /** A failure that says something of the call. */
  static class Declined extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Declined(String message) {
      super(message);
    }
  }
}
