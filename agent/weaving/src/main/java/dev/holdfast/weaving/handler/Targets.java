package dev.holdfast.weaving.handler;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a handler forwards the calls of its proxy to: the only object that it holds and that
 * implements the interface. Where there is none, or a second one, nobody can tell.
 */
final class Targets {

  private final Handlers handlers;
  private final Fields fields;

  Targets(Handlers handlers, Fields fields) {
    this.handlers = handlers;
    this.fields = fields;
  }

  /**
   * @param isBehindAuthorisation whether a handler further in may authorise
   */
  record Target(Object object, boolean isBehindAuthorisation) {}

  /**
   * What is behind a proxy, and behind those that it stands before.
   *
   * @param holder the handler, or the object around a lambda; null where there is none
   * @param captured by a lambda
   */
  @Nullable Target find(
      Class<?> type, Object proxy, @Nullable Object holder, @Nullable Object[] captured)
      throws Throwable {
    Object found =
        captured.length == 0 && holder != null
            ? held(type, proxy, holder)
            : captured(type, proxy, holder, captured);
    boolean isBehindAuthorisation = false;
    while (found != null && Proxy.isProxyClass(found.getClass())) {
      Object inner = Proxy.getInvocationHandler(found);
      List<HandlerBody> known = handlers.in(inner.getClass());
      if (known.isEmpty()) {
        return null;
      }
      isBehindAuthorisation |= known.stream().anyMatch(HandlerBody::mayAuthorise);
      found = held(type, found, inner);
    }
    return found == null ? null : new Target(found, isBehindAuthorisation);
  }

  private @Nullable Object captured(
      Class<?> type, Object proxy, @Nullable Object holder, @Nullable Object[] captured)
      throws Throwable {
    Search search = new Search(type, proxy);
    Arrays.asList(captured).forEach(search::offer);
    if (search.isOver() || holder == null) {
      return search.only();
    }
    search.offer(holder);
    return search.isOver() ? search.only() : held(type, proxy, holder);
  }

  /** What is held in fields; if that is nothing, in those of the objects around. */
  private @Nullable Object held(Class<?> type, Object proxy, Object holder) throws Throwable {
    Search search = new Search(type, proxy);
    search.offer(holder);
    List<Object> values = fields.values(holder);
    values.forEach(search::offer);
    if (!search.isOver()) {
      for (Object around : around(holder, values).toList()) {
        fields.values(around).forEach(search::offer);
      }
    }
    return search.only();
  }

  /** Of an inner class's object, and of a lambda, that of the class in which it is written. */
  private static Stream<Object> around(Object holder, List<Object> values) {
    Class<?> type = holder.getClass();
    Class<?> enclosing = type.getEnclosingClass();
    String host = enclosing == null ? Handlers.host(type) : enclosing.getName();
    return values.stream().filter(value -> value.getClass().getName().equals(host));
  }

  private static final class Search {

    private final Class<?> type;
    private final Object proxy;
    private @Nullable Object found;
    private boolean isAmbiguous;

    Search(Class<?> type, Object proxy) {
      this.type = type;
      this.proxy = proxy;
    }

    void offer(@Nullable Object value) {
      if (value != proxy && value != found && type.isInstance(value)) {
        isAmbiguous |= found != null;
        found = value;
      }
    }

    boolean isOver() {
      return found != null;
    }

    @Nullable Object only() {
      return isAmbiguous ? null : found;
    }
  }
}
