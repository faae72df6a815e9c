package dev.holdfast.weaving.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The default serialVersionUID, computed and kept. */
class SerialVersionTest {

  @SuppressWarnings({"unused", "serial"}) // only its members count
  static class Account implements Serializable, Comparable<Account> {
    static final List<String> MADE_AT_START = List.of("a", "b");
    private static long made;
    private transient volatile Object cache = "";
    private final long balance;
    protected int[][] moves = {};
    String owner = "";

    Account(long balance) {
      this.balance = balance;
    }

    private Account() {
      this(0);
    }

    public synchronized long balance() {
      return balance;
    }

    protected static final synchronized String of(Account account, int... moves) {
      return account.owner + moves.length;
    }

    private synchronized void touch() {
      cache = new Object();
    }

    @Override
    public int compareTo(Account other) {
      return Long.compare(balance, other.balance);
    }
  }

  @SuppressWarnings("serial")
  protected abstract static class Plain implements Comparator<String>, Serializable {
    @Override
    public abstract int compare(String one, String other);
  }

  static Stream<Class<?>> serializable() {
    return Stream.of(Account.class, Plain.class, Failure.class);
  }

  @SuppressWarnings("serial")
  static final class Failure extends RuntimeException {
    synchronized boolean isFinal() {
      return true;
    }
  }

  @ParameterizedTest
  @MethodSource("serializable")
  void isComputedAsTheJdkDoes(Class<?> type) throws IOException {
    assertThat(DefaultUid.of(bytes(type))).isEqualTo(undeclared(type));
  }

  @Test
  void isKeptWhereAMethodIsNotSynchronizedAnyMore() throws Exception {
    Class<?> woven = woven(true);

    assertThat(ObjectStreamClass.lookup(woven).getSerialVersionUID())
        .isEqualTo(undeclared(Account.class));
    assertThat(ObjectStreamClass.lookup(woven).getFields())
        .extracting(field -> field.getName())
        .containsExactly("balance", "moves", "owner");
  }

  @Test
  void isDeclaredByAFieldThatNoSourceHas() throws Exception {
    Field declared = woven(true).getDeclaredField("serialVersionUID");

    assertThat(declared.isSynthetic()).isTrue();
  }

  @Test
  void wouldChangeOtherwise() throws Exception {
    assertThat(ObjectStreamClass.lookup(woven(false)).getSerialVersionUID())
        .isNotEqualTo(undeclared(Account.class));
  }

  private static long undeclared(Class<?> type) {
    return ObjectStreamClass.lookup(type).getSerialVersionUID();
  }

  private static Class<?> woven(boolean keepsUid) throws IOException {
    byte[] woven = Weaver.weave(bytes(Account.class), Set.of("balance()J"), keepsUid);
    return new ClassLoader(SerialVersionTest.class.getClassLoader()) {
      Class<?> define() {
        return defineClass(Account.class.getName(), woven, 0, woven.length);
      }
    }.define();
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    String file = '/' + type.getName().replace('.', '/') + ".class";
    try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(file))) {
      return in.readAllBytes();
    }
  }
}
