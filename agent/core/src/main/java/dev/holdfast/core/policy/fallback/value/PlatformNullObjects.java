package dev.holdfast.core.policy.fallback.value;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Iterator;
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
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TransferQueue;
import java.util.function.Supplier;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The null objects of the platform's own types.
 *
 * <p>What can be immutable is: the empty collections of {@link Collections}, which answer {@code
 * contains(null)} where {@link List#of()} throws. What exists to be changed or used up is made anew
 * each time: streams, the queues and maps of {@code java.util.concurrent}, and collection classes
 * such as {@link java.util.ArrayList}, which whoever declares them means to change.
 */
final class PlatformNullObjects {

  private static final Map<String, Value> BY_NAME = new HashMap<>();

  static {
    same(null, "void", "java.lang.Void");
    same(false, "boolean", "java.lang.Boolean");
    same('\0', "char", "java.lang.Character");
    same((byte) 0, "byte", "java.lang.Byte");
    same((short) 0, "short", "java.lang.Short");
    same(0, "int", "java.lang.Integer");
    same(0L, "long", "java.lang.Long");
    same(0F, "float", "java.lang.Float");
    same(0D, "double", "java.lang.Double");
    same("", "java.lang.String", "java.lang.CharSequence");

    same(Optional.empty(), Optional.class);
    same(OptionalInt.empty(), OptionalInt.class);
    same(OptionalLong.empty(), OptionalLong.class);
    same(OptionalDouble.empty(), OptionalDouble.class);

    same(Collections.emptyList(), Iterable.class, Collection.class, List.class);
    same(Collections.emptySet(), Set.class);
    same(Collections.emptyNavigableSet(), SortedSet.class, NavigableSet.class);
    same(Collections.emptyMap(), Map.class);
    same(Collections.emptyNavigableMap(), SortedMap.class, NavigableMap.class);
    same(new EmptyDeque(), Queue.class, Deque.class);
    // Java 21
    same(Collections.emptyList(), "java.util.SequencedCollection");
    same(Collections.emptyNavigableSet(), "java.util.SequencedSet");
    same(Collections.emptyNavigableMap(), "java.util.SequencedMap");

    same(Collections.emptyIterator(), Iterator.class);
    same(Collections.emptyListIterator(), ListIterator.class);
    same(Collections.emptyEnumeration(), Enumeration.class);
    same(Spliterators.iterator(Spliterators.emptyIntSpliterator()), PrimitiveIterator.OfInt.class);
    same(
        Spliterators.iterator(Spliterators.emptyLongSpliterator()), PrimitiveIterator.OfLong.class);
    same(
        Spliterators.iterator(Spliterators.emptyDoubleSpliterator()),
        PrimitiveIterator.OfDouble.class);
    same(Spliterators.emptySpliterator(), Spliterator.class);
    same(Spliterators.emptyIntSpliterator(), Spliterator.OfInt.class);
    same(Spliterators.emptyLongSpliterator(), Spliterator.OfLong.class);
    same(Spliterators.emptyDoubleSpliterator(), Spliterator.OfDouble.class);
    same(new EmptyPublisher(), Flow.Publisher.class);

    fresh(Stream::empty, Stream.class, BaseStream.class);
    fresh(IntStream::empty, IntStream.class);
    fresh(LongStream::empty, LongStream.class);
    fresh(DoubleStream::empty, DoubleStream.class);
    fresh(ConcurrentHashMap::new, ConcurrentMap.class);
    fresh(ConcurrentSkipListMap::new, ConcurrentNavigableMap.class);
    fresh(LinkedBlockingQueue::new, BlockingQueue.class);
    fresh(LinkedBlockingDeque::new, BlockingDeque.class);
    fresh(LinkedTransferQueue::new, TransferQueue.class);
  }

  private PlatformNullObjects() {}

  /** The null object of the type of that name; empty if it is none of these types. */
  static Optional<Value> find(String binaryName) {
    Value value = BY_NAME.get(binaryName);
    return value == null ? container(binaryName) : Optional.of(value);
  }

  /** An instance of a collection or map class of the platform that anybody can make. */
  private static Optional<Value> container(String binaryName) {
    if (!binaryName.startsWith("java.util.")) {
      return Optional.empty();
    }
    try {
      Class<?> type = Class.forName(binaryName, false, null);
      boolean isContainer =
          Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
      int modifiers = type.getModifiers();
      if (!isContainer || !Modifier.isPublic(modifiers) || Modifier.isAbstract(modifiers)) {
        return Optional.empty();
      }
      Constructor<?> constructor = type.getConstructor();
      return Optional.of(new Value.Ready(() -> instance(constructor)));
    } catch (ClassNotFoundException | NoSuchMethodException none) {
      return Optional.empty();
    }
  }

  private static Object instance(Constructor<?> constructor) {
    try {
      return constructor.newInstance();
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(constructor + " of the platform failed", failure);
    }
  }

  private static void same(@Nullable Object value, Class<?>... types) {
    fresh(() -> value, types);
  }

  private static void same(@Nullable Object value, String... types) {
    for (String type : types) {
      BY_NAME.put(type, new Value.Ready(() -> value));
    }
  }

  private static void fresh(Supplier<? extends @Nullable Object> maker, Class<?>... types) {
    for (Class<?> type : types) {
      BY_NAME.put(type.getName(), new Value.Ready(maker));
    }
  }
}
