package dev.holdfast.core.policy.idempotent.data;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Types that results may have; only what its methods return matters. */
interface Samples {

  Page<Line> page();

  Payment payment();

  Outcome<List<BigDecimal>> outcome();

  Bean bean();

  Value value();

  Tree tree();

  Map<Line, List<Optional<State>>> byLine();

  SortedMap<Integer, int[]> sorted();

  NavigableSet<String> names();

  Deque<String> queue();

  EnumMap<State, EnumSet<State>> enums();

  Collection<Set<Long>> groups();

  Map.Entry<String, Double> entry();

  byte[][] chunks();

  String[][] grid();

  Object anything();

  List<Handle> handles();

  Open open();

  Outcome<Runnable> task();

  Entity entity();

  Made made();

  Alone alone();

  OwnList own();

  Failure failure();

  Map<String, ?> raw();

  Growing<String> growing();

  Sub sub();

  Throwing throwing();

  Cents cents();

  enum State {
    OPEN,
    PAID {
      @Override
      public String toString() {
        return "settled";
      }
    }
  }

  record Line(String item, BigDecimal price, long amount) {}

  record Page<T>(List<T> items, int number, @Nullable Page<T> next) {}

  sealed interface Payment {
    record Card(String number, State state) implements Payment {}

    sealed interface Transfer extends Payment {}

    enum Cash implements Payment {
      EXACT,
      CHANGE
    }
  }

  record Iban(String iban) implements Payment.Transfer {}

  record Bic(String bic, String account) implements Payment.Transfer {}

  sealed interface Outcome<T> {}

  record Good<V>(V value) implements Outcome<V> {}

  record Bad<V>(int code, Optional<String> why) implements Outcome<V> {}

  static class Base {
    private String id = "";
    transient int cached;

    String id() {
      return id;
    }

    void id(String to) {
      id = to;
    }
  }

  static final class Bean extends Base {
    private double weight;
    private @Nullable Bean peer;

    private Bean() {}

    static Bean of(String id, double weight, @Nullable Bean peer) {
      Bean bean = new Bean();
      bean.id(id);
      bean.weight = weight;
      bean.peer = peer;
      return bean;
    }

    void peer(Bean other) {
      peer = other;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Bean bean
          && id().equals(bean.id())
          && Double.compare(weight, bean.weight) == 0
          && Objects.equals(peer, bean.peer);
    }

    @Override
    public int hashCode() {
      return Objects.hash(id(), weight);
    }
  }

  static final class Value {
    private final String name;
    private final List<String> tags;

    Value(List<String> tags, String name) {
      this.name = name;
      this.tags = List.copyOf(tags);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Value value && name.equals(value.name) && tags.equals(value.tags);
    }

    @Override
    public int hashCode() {
      return Objects.hash(name, tags);
    }
  }

  record Tree(int value, List<Tree> children) {}

  record Handle(String name, InputStream stream) {}

  interface Open {}

  @jakarta.persistence.Entity
  static final class Entity {
    long id;
  }

  static final class Made {
    final String name;

    Made(Supplier<String> name) {
      this.name = name.get();
    }
  }

  static final class Alone {
    static final Alone INSTANCE = new Alone();
  }

  static final class OwnList extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
  }

  static final class Failure extends Exception {
    private static final long serialVersionUID = 1L;
  }

  record Growing<T>(@Nullable Growing<List<T>> next) {}

  static class Sub {
    int number;

    Sub() {}
  }

  static final class SubOfSub extends Sub {}

  record Throwing(int number) {
    static boolean isArmed;

    public Throwing {
      if (isArmed) {
        throw new IllegalStateException("armed");
      }
    }
  }

  record Cents(int amount) {}
}
