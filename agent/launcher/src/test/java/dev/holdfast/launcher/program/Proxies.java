package dev.holdfast.launcher.program;

import dev.holdfast.CircuitBreaker;
import dev.holdfast.CircuitOpenException;
import dev.holdfast.Fallback;
import dev.holdfast.Retry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** JDK proxies: that are the implementation, and that begin a transaction for one. */
public final class Proxies {

  private static final List<String> LOG = new ArrayList<>();

  private Proxies() {}

  /** A client as libraries implement it, by a proxy. */
  public interface Client {

    /** Fails twice, in the proxy's handler. */
    @Retry(backoff = "0")
    @Fallback(method = "nobody", on = IllegalArgumentException.class)
    String greet(String name);

    /** Never succeeds. */
    @CircuitBreaker(window = "2", minimumCalls = 2)
    void burst();

    /** Never succeeds. */
    @Fallback(method = "wave")
    String hail(String name);

    /** Is no business of the handler's. */
    default String wave(String name) {
      return "waves at " + name;
    }

    /** Nobody to greet. */
    static String nobody(String name) {
      return "nobody instead of " + name;
    }
  }

  /** A bank whose proxy begins transactions. */
  public interface Bank {

    /** Fails as often as it is told to. */
    @Retry(backoff = "0")
    String pay(int failures);

    /** The same, by the bank itself. */
    String payBySelf(int failures);
  }

  /** The bank behind the proxy. */
  public static final class OwnBank implements Bank {

    private int left = -1;

    @Override
    public String pay(int failures) {
      left = left < 0 ? failures : left;
      LOG.add("pay");
      if (left-- > 0) {
        throw new IllegalStateException("unpaid");
      }
      return "paid";
    }

    @Override
    public String payBySelf(int failures) {
      return pay(failures);
    }
  }

  /** Prints what was called how often. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    Client client = proxy(Client.class, new Failing());
    System.out.println(client.greet("Ann") + " after " + drained());
    System.out.println(client.greet("") + " after " + drained());
    System.out.println(client.hail("Ann") + " after " + drained());
    System.out.println("breaker " + broken(client) + broken(client) + broken(client));
    System.out.println(client.hashCode() + " " + client.equals(new Object()));
    drained();
    System.out.println(proxy(Bank.class, transactional(new OwnBank())).pay(2) + " " + drained());
    System.out.println(
        proxy(Bank.class, transactional(new OwnBank())).payBySelf(2) + " " + drained());
  }

  private static final class Failing implements InvocationHandler {

    private int calls;

    @Override
    public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) {
      if (method.getName().equals("hashCode")) {
        return 17;
      }
      if (method.getName().equals("equals")) {
        return proxy == arguments[0];
      }
      LOG.add(method.getName());
      if (method.getName().equals("greet") && arguments[0].equals("")) {
        throw new IllegalArgumentException("nobody");
      }
      if (++calls < 3 || Set.of("burst", "hail").contains(method.getName())) {
        throw new IllegalStateException("failure " + calls);
      }
      return "Hello " + arguments[0];
    }
  }

  private static InvocationHandler transactional(Object target) {
    return (proxy, method, arguments) -> {
      LOG.add("begin");
      try {
        Object result = method.invoke(target, arguments);
        LOG.add("commit");
        return result;
      } catch (InvocationTargetException thrown) {
        LOG.add("rollback");
        throw thrown.getCause();
      }
    };
  }

  private static String broken(Client client) {
    try {
      client.burst();
      return "";
    } catch (CircuitOpenException open) {
      return "open: " + open.name();
    } catch (IllegalStateException failed) {
      return "failed, ";
    }
  }

  private static List<String> drained() {
    List<String> all = List.copyOf(LOG);
    LOG.clear();
    return all;
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
