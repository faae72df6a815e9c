package dev.holdfast.launcher.program;

import dev.holdfast.Fallback;
import dev.holdfast.Idempotent;
import dev.holdfast.Retry;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** JDK proxies of the application's own, of which some begin a transaction. */
public final class Books {

  private static final List<String> LOG = Collections.synchronizedList(new ArrayList<>());

  private Books() {}

  /** What is behind proxies; only classes that implement it are annotated. */
  public interface Book<T> {

    /** Fails as often as the text's first digit says. */
    String pay(T text);

    /** By the book itself, on which no guard stands here. */
    String payBySelf(T text);

    /** Through the proxy, on the way. */
    String payTwice(T text, Book<T> proxy);

    /** One effect a key. */
    String once(String key);
  }

  /** A book that is written by hand. */
  public static final class OwnBook implements Book<String> {

    private int calls;

    @Override
    @Retry(backoff = "0")
    @Fallback(method = "unpaid", on = UnsupportedOperationException.class)
    public String pay(String text) {
      LOG.add("pay");
      if (++calls <= text.charAt(0) - '0') {
        throw new IllegalStateException("unpaid");
      }
      return text;
    }

    @Override
    public String payBySelf(String text) {
      return pay(text);
    }

    @Override
    @Retry(backoff = "0")
    public String payTwice(String text, Book<String> proxy) {
      return proxy.pay(text) + proxy.pay(text);
    }

    @Override
    @Idempotent(key = "key")
    public String once(String key) {
      LOG.add("once");
      return key;
    }

    String unpaid(String text) {
      return "un" + text;
    }
  }

  /** A unit of work, whose commit fails as often as it is told to. */
  private static final class Work {

    private int failures;

    Work(int failures) {
      this.failures = failures;
    }

    void begin() {
      LOG.add("begin");
    }

    void commit() {
      LOG.add("commit");
      if (failures-- > 0) {
        throw new IllegalStateException("not committed");
      }
    }

    void rollback() {
      LOG.add("rollback");
    }
  }

  /** A handler by its name. */
  private static final class Named implements InvocationHandler {

    private final Object target;
    private final Work work;

    Named(Object target, Work work) {
      this.target = target;
      this.work = work;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      work.begin();
      try {
        Object result = method.invoke(target, arguments);
        work.commit();
        return result;
      } catch (InvocationTargetException thrown) {
        work.rollback();
        throw thrown.getCause();
      }
    }
  }

  /** Around the handler that it makes, and holder of its target. */
  private static final class Around {

    private final Book<String> target;

    Around(Book<String> target) {
      this.target = target;
    }

    InvocationHandler handler(Work work) {
      return (proxy, method, arguments) -> {
        work.begin();
        try {
          Object result = method.invoke(target, arguments);
          work.commit();
          return result;
        } catch (InvocationTargetException thrown) {
          work.rollback();
          throw thrown.getCause();
        }
      };
    }
  }

  private static InvocationHandler lambda(Book<String> target) {
    Work work = new Work(0);
    return (proxy, method, arguments) -> inWork(work, method, target, arguments);
  }

  /** A part of the lambda's work. */
  private static Object inWork(Work work, Method method, Object target, Object[] arguments)
      throws Throwable {
    work.begin();
    try {
      Object result = method.invoke(target, arguments);
      work.commit();
      return result;
    } catch (InvocationTargetException thrown) {
      work.rollback();
      throw thrown.getCause();
    }
  }

  private static InvocationHandler anonymous(Book<String> target) {
    return new InvocationHandler() {
      @Override
      public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Work work = new Work(0);
        work.begin();
        try {
          Object result = method.invoke(target, arguments);
          work.commit();
          return result;
        } catch (InvocationTargetException thrown) {
          work.rollback();
          throw thrown;
        }
      }
    };
  }

  /** Begins a transaction, and asks for more than that. */
  private static final class Authorising implements InvocationHandler {

    private final Object target;

    Authorising(Object target) {
      this.target = target;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (arguments[0].equals("")) {
        throw new SecurityException("who are you?");
      }
      Work work = new Work(0);
      work.begin();
      try {
        Object result = method.invoke(target, arguments);
        work.commit();
        return result;
      } catch (InvocationTargetException thrown) {
        work.rollback();
        throw thrown.getCause();
      }
    }
  }

  private static InvocationHandler logging(Book<String> target) {
    return (proxy, method, arguments) -> {
      LOG.add("logged");
      try {
        return method.invoke(target, arguments);
      } catch (InvocationTargetException thrown) {
        throw thrown.getCause();
      }
    };
  }

  /** Nobody can tell which of them is called. */
  private static InvocationHandler ofTwo(Book<String> one, Book<String> other) {
    return (proxy, method, arguments) ->
        inWork(new Work(0), method, arguments[0].equals("") ? other : one, arguments);
  }

  /** Prints what was called how often. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    tell("named", proxy(new Named(new OwnBook(), new Work(0))));
    tell("around", proxy(new Around(new OwnBook()).handler(new Work(0))));
    tell("lambda", proxy(lambda(new OwnBook())));
    tell("anonymous", proxy(anonymous(new OwnBook())));
    tell("unable to commit", proxy(new Named(new OwnBook(), new Work(1))), book -> book.pay("1"));
    tell(
        "transaction in a transaction",
        proxy(lambda(proxy(lambda(new OwnBook())))),
        book -> book.pay("1"));
    tell(
        "transaction around logging",
        proxy(lambda(proxy(logging(new OwnBook())))),
        book -> book.pay("1"));
    tell(
        "logging around transaction",
        proxy(logging(proxy(lambda(new OwnBook())))),
        book -> book.pay("1"));
    tell("authorising", proxy(new Authorising(new OwnBook())));
    tell("transaction around authorising", proxy(lambda(proxy(new Authorising(new OwnBook())))));
    tell("logging", proxy(logging(new OwnBook())));
    tell("one of two", proxy(ofTwo(new OwnBook(), new OwnBook())));
    tell("by itself", proxy(lambda(new OwnBook())), book -> book.payBySelf("2"));
    tell("recursive", proxy(lambda(new OwnBook())), book -> book.payTwice("1", book));
    Book<String> uncommitted = proxy(new Named(new OwnBook(), new Work(1)));
    tell("no result without a commit", uncommitted, book -> book.once("a"));
    tell("a result after it", uncommitted, book -> book.once("a"));
    tell("the result stored", uncommitted, book -> book.once("a"));
    System.out.println("at once: " + atOnce());
    System.out.println("collected: " + isCollected(used(Books.class)));
  }

  private static void tell(String what, Book<String> book) {
    tell(what, book, each -> each.pay("2"));
  }

  @SuppressWarnings("SystemOut")
  private static void tell(String what, Book<String> book, Function<Book<String>, String> call) {
    String answer;
    try {
      answer = call.apply(book);
    } catch (RuntimeException failure) {
      answer = failure.toString();
    }
    System.out.println(what + ": " + answer + " " + LOG);
    LOG.clear();
  }

  /** Calls proxies of all kinds. */
  public static void use() {
    proxy(new Named(new OwnBook(), new Work(0))).pay("1");
    proxy(new Around(new OwnBook()).handler(new Work(0))).pay("1");
    proxy(lambda(proxy(lambda(new OwnBook())))).pay("1");
  }

  private static WeakReference<ClassLoader> used(Class<?> type) throws Exception {
    URL place = type.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {place}, ClassLoader.getPlatformClassLoader())) {
      loader.loadClass(type.getName()).getMethod("use").invoke(null);
      return new WeakReference<>(loader);
    }
  }

  private static boolean isCollected(WeakReference<ClassLoader> loader) {
    for (int round = 0; round < 100 && loader.get() != null; round++) {
      System.gc();
    }
    return loader.get() == null;
  }

  private static int atOnce() {
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int call = 0; call < 100; call++) {
      Book<String> book = proxy(lambda(new OwnBook()));
      all.add(CompletableFuture.supplyAsync(() -> book.pay("2")));
    }
    all.forEach(CompletableFuture::join);
    int begun = Collections.frequency(LOG, "begin");
    LOG.clear();
    return begun;
  }

  @SuppressWarnings("unchecked")
  private static Book<String> proxy(InvocationHandler handler) {
    return (Book<String>)
        Proxy.newProxyInstance(Books.class.getClassLoader(), new Class<?>[] {Book.class}, handler);
  }
}
