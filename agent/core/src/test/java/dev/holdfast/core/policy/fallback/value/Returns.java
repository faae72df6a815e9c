package dev.holdfast.core.policy.fallback.value;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.Spliterator;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TransferQueue;
import java.util.concurrent.locks.Lock;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A method for every kind of return type. */
@SuppressWarnings("NonApiType") // applications do return these
interface Returns<T extends Number> {

  void nothing();

  Void theVoid();

  boolean primitiveBoolean();

  byte primitiveByte();

  short primitiveShort();

  char primitiveChar();

  int primitiveInt();

  long primitiveLong();

  float primitiveFloat();

  double primitiveDouble();

  Boolean boxedBoolean();

  Character boxedCharacter();

  Integer boxedInteger();

  Long boxedLong();

  Double boxedDouble();

  String string();

  CharSequence charSequence();

  Optional<String> optional();

  OptionalInt optionalInt();

  OptionalLong optionalLong();

  OptionalDouble optionalDouble();

  Iterable<String> iterable();

  Collection<String> collection();

  List<String> list();

  Set<String> set();

  SortedSet<String> sortedSet();

  NavigableSet<String> navigableSet();

  Map<String, Long> map();

  SortedMap<String, Long> sortedMap();

  NavigableMap<String, Long> navigableMap();

  ConcurrentMap<String, Long> concurrentMap();

  ConcurrentNavigableMap<String, Long> concurrentNavigableMap();

  Queue<String> queue();

  Deque<String> deque();

  BlockingQueue<String> blockingQueue();

  BlockingDeque<String> blockingDeque();

  TransferQueue<String> transferQueue();

  Iterator<String> iterator();

  ListIterator<String> listIterator();

  PrimitiveIterator.OfInt intIterator();

  Enumeration<String> enumeration();

  Spliterator<String> spliterator();

  Spliterator.OfLong longSpliterator();

  Stream<String> stream();

  BaseStream<String, Stream<String>> baseStream();

  IntStream intStream();

  LongStream longStream();

  DoubleStream doubleStream();

  int[] ints();

  String[][] texts();

  List<String>[] lists();

  Flow.Publisher<String> publisher();

  ArrayList<String> arrayList();

  LinkedHashSet<String> linkedHashSet();

  HashMap<String, Long> hashMap();

  CopyOnWriteArrayList<String> copyOnWriteArrayList();

  Properties properties();

  EnumMap<TimeUnit, String> enumMap();

  CompletionStage<Integer> stageOfInteger();

  CompletableFuture<List<String>> futureOfList();

  Future<Void> futureOfVoid();

  Future<CompletableFuture<String>> futureOfFuture();

  CompletableFuture<? extends Basket> futureOfBasket();

  CompletableFuture<Lock> futureOfLock();

  @SuppressWarnings("rawtypes")
  CompletableFuture rawFuture();

  T variable();

  Object object();

  Lock lock();

  Connection connection();

  Runnable runnable();

  TimeUnit timeUnit();

  Basket basket();

  Shapes.WithEmpty withEmpty();

  Shapes.WithNone withNone();

  Shapes.WithNull withNull();

  Shapes.WithUnknown withUnknown();

  Shapes.WithFactory<String> withFactory();

  Shapes.WithHiddenConstant withHiddenConstant();

  Shapes.WithForeignConstant withForeignConstant();

  Shapes.Colour colour();

  Shapes.Size size();

  Shapes.Sealed sealed();

  Shapes.Plain plain();

  /** An interface of the application. */
  interface Basket {

    List<String> items();

    long cents();

    Basket next();
  }
}
