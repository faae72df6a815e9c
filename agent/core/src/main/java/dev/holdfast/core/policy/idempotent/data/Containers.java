package dev.holdfast.core.policy.idempotent.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The collections and maps of the JDK that come back equal, by their static types. What comes back
 * is the named class, or for an interface one that keeps the order and takes nulls.
 */
final class Containers {

  private static final Map<String, Function<Class<?>, Collection<@Nullable Object>>> COLLECTIONS =
      new HashMap<>();
  private static final Map<String, Function<Class<?>, Map<@Nullable Object, @Nullable Object>>>
      MAPS = new HashMap<>();

  static {
    collection(type -> new ArrayList<>(), "List", "ArrayList", "Collection", "SequencedCollection");
    collection(type -> linkedList(), "LinkedList", "Queue", "Deque");
    collection(type -> new ArrayDeque<>(), "ArrayDeque");
    collection(type -> new LinkedHashSet<>(), "Set", "SequencedSet", "LinkedHashSet");
    collection(type -> new HashSet<>(), "HashSet");
    collection(type -> new TreeSet<>(), "SortedSet", "NavigableSet", "TreeSet");
    collection(type -> noneOf(type), "EnumSet");
    collection(type -> new CopyOnWriteArrayList<>(), "concurrent.CopyOnWriteArrayList");
    collection(type -> new CopyOnWriteArraySet<>(), "concurrent.CopyOnWriteArraySet");
    collection(type -> new ConcurrentLinkedQueue<>(), "concurrent.ConcurrentLinkedQueue");
    collection(type -> new ConcurrentLinkedDeque<>(), "concurrent.ConcurrentLinkedDeque");
    map(type -> new LinkedHashMap<>(), "Map", "SequencedMap", "LinkedHashMap");
    map(type -> new HashMap<>(), "HashMap");
    map(type -> new TreeMap<>(), "SortedMap", "NavigableMap", "TreeMap");
    map(type -> emptyOf(type), "EnumMap");
    map(type -> new ConcurrentHashMap<>(), "concurrent.ConcurrentMap");
    map(type -> new ConcurrentHashMap<>(), "concurrent.ConcurrentHashMap");
  }

  private Containers() {}

  static boolean includeCollection(String type) {
    return COLLECTIONS.containsKey(type);
  }

  static boolean includeMap(String type) {
    return MAPS.containsKey(type);
  }

  /** Whether values of the static type may be lists or sets, which are never equal. */
  static boolean isListOrSet(String type) {
    return type.equals("java.util.Collection");
  }

  /** Whether an order is the one that comes back: that of the elements themselves. */
  static boolean isNatural(@Nullable Comparator<?> order) {
    return order == null || order.equals(Comparator.naturalOrder());
  }

  /**
   * An empty collection.
   *
   * @param type one that is included
   * @param element the class of its elements
   */
  static Collection<@Nullable Object> collection(String type, Class<?> element) {
    return find(COLLECTIONS, type).apply(element);
  }

  /**
   * An empty map.
   *
   * @param type one that is included
   * @param key the class of its keys
   */
  static Map<@Nullable Object, @Nullable Object> map(String type, Class<?> key) {
    return find(MAPS, type).apply(key);
  }

  private static <T> T find(Map<String, T> makers, String type) {
    T maker = makers.get(type);
    if (maker == null) {
      throw new IllegalArgumentException("type: " + type + " (expected: a container)");
    }
    return maker;
  }

  private static void collection(
      Function<Class<?>, Collection<@Nullable Object>> maker, String... types) {
    for (String type : types) {
      COLLECTIONS.put("java.util." + type, maker);
    }
  }

  private static void map(
      Function<Class<?>, Map<@Nullable Object, @Nullable Object>> maker, String... types) {
    for (String type : types) {
      MAPS.put("java.util." + type, maker);
    }
  }

  @SuppressWarnings("JdkObsolete") // the only queue that takes nulls and has an equality
  private static Collection<@Nullable Object> linkedList() {
    return new LinkedList<>();
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the class is that of an enum, found at run time
  private static Collection<@Nullable Object> noneOf(Class<?> type) {
    return (Collection) EnumSet.noneOf((Class<? extends Enum>) type);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // as above
  private static Map<@Nullable Object, @Nullable Object> emptyOf(Class<?> type) {
    return (Map) new EnumMap((Class<? extends Enum>) type);
  }
}
