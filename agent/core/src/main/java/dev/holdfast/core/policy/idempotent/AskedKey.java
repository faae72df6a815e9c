package dev.holdfast.core.policy.idempotent;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.HeldKey;
import dev.holdfast.core.call.Scope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a logical call asks for in each of its attempts. It is read before the first of them: bodies
 * change their arguments, and a rollback does not change them back.
 *
 * @param receiver null if the method is static
 * @param key null if the call has none and needs none
 * @param fingerprint of the arguments; empty if nothing tells calls with one key apart
 */
record AskedKey(
    String guard, @Nullable Object receiver, @Nullable CallKey key, Optional<String> fingerprint) {

  /** Reads it of a call that has that key. */
  static AskedKey read(Deduplication work, Call call, @Nullable CallKey key) {
    return new AskedKey(
        work.guard(),
        receiver(work, call),
        key,
        key == null ? Optional.empty() : work.fingerprint(call));
  }

  /**
   * What the logical call asks for that this is an attempt of; read now if that is not known.
   *
   * @throws Throwable what an accessor of the application threw, noted on the call
   */
  static AskedKey of(Deduplication work, Call attempt, Scope scope) throws Throwable {
    HeldKey held = scope.held();
    AskedKey asked =
        held == null ? null : held.nearest(AskedKey.class, each -> each.isOf(work, attempt));
    return asked == null ? read(work, attempt, work.keys().of(attempt)) : asked;
  }

  @SuppressWarnings("ReferenceEquality") // what equals the receiver may be another one
  private boolean isOf(Deduplication work, Call attempt) {
    return guard.equals(work.guard()) && receiver == receiver(work, attempt);
  }

  private static @Nullable Object receiver(Deduplication work, Call call) {
    return work.firstArgument() == 0 ? null : call.arguments()[0];
  }
}
