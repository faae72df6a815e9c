package dev.holdfast.core.policy.fallback.value;

import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** Shows null objects as a line of text that tells their kind, content and whether they are new. */
final class Shown {

  private Shown() {}

  static String of(Value value) throws Throwable {
    @Nullable Object first = value.make();
    boolean isFresh = first != value.make();
    String shown = of(first);
    return isFresh && !shown.startsWith("fresh ") ? "fresh " + plain(shown) : shown;
  }

  /** What a future holds. */
  static @Nullable Object held(@Nullable Object future) {
    return future instanceof CompletableFuture<?> completed ? completed.join() : future;
  }

  private static String plain(String shown) {
    return shown.replaceFirst("^\\w+ (?=\\w+\\[)", "");
  }

  private static String of(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof CompletableFuture<?>) {
      return "fresh future of " + of(held(value));
    }
    if (value.getClass().isArray()) {
      return value.getClass().getSimpleName() + " of " + Array.getLength(value);
    }
    if (Proxy.isProxyClass(value.getClass())) {
      return value.toString().replaceFirst("of .*[.$]", "of ");
    }
    if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
      return (isImmutable(value) ? "immutable " : "fresh " + name(value) + " ") + value;
    }
    if (value instanceof Shapes.WithUnknown own) {
      return "its own " + own.name();
    }
    return flow(value);
  }

  private static String flow(Object value) {
    if (value instanceof BaseStream<?, ?> stream) {
      return "fresh stream of " + count(stream.iterator());
    }
    if (value instanceof Flow.Publisher<?> publisher) {
      return "publisher of " + received(publisher);
    }
    boolean isAtItsEnd =
        (value instanceof Iterator<?> iterator && !iterator.hasNext())
            || (value instanceof Enumeration<?> enumeration && !enumeration.hasMoreElements())
            || (value instanceof Spliterator<?> spliterator
                && !spliterator.tryAdvance(element -> {}));
    return isAtItsEnd ? "iterator at its end" : name(value) + " " + value;
  }

  private static String name(Object value) {
    return value.getClass().getSimpleName();
  }

  private static int count(Iterator<?> iterator) {
    List<@Nullable Object> all = new ArrayList<>();
    iterator.forEachRemaining(all::add);
    return all.size();
  }

  @SuppressWarnings("unchecked") // an element that is refused, whatever its type
  private static boolean isImmutable(Object value) {
    try {
      if (value instanceof Map<?, ?> map) {
        ((Map<Object, Object>) map).put("key", "value");
      } else {
        ((Collection<Object>) value).add("element");
      }
      ((value instanceof Map<?, ?> map) ? map.keySet() : (Collection<?>) value).clear();
      return false;
    } catch (UnsupportedOperationException refused) {
      return true;
    }
  }

  private static <T> int received(Flow.Publisher<T> publisher) {
    List<T> items = new ArrayList<>();
    CompletableFuture<Integer> count = new CompletableFuture<>();
    publisher.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(T item) {
            items.add(item);
          }

          @Override
          public void onError(Throwable failure) {
            count.completeExceptionally(failure);
          }

          @Override
          public void onComplete() {
            count.complete(items.size());
          }
        });
    return count.getNow(-1);
  }
}
