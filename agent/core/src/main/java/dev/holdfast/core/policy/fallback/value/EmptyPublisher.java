package dev.holdfast.core.policy.fallback.value;

import java.util.concurrent.Flow;

/** Completes every subscriber at once, without an item. */
final class EmptyPublisher implements Flow.Publisher<Object> {

  /** There is nothing to ask for and nothing to stop. */
  private static final Flow.Subscription NOTHING =
      new Flow.Subscription() {
        @Override
        public void request(long items) {}

        @Override
        public void cancel() {}
      };

  @Override
  public void subscribe(Flow.Subscriber<? super Object> subscriber) {
    subscriber.onSubscribe(NOTHING);
    subscriber.onComplete();
  }
}
