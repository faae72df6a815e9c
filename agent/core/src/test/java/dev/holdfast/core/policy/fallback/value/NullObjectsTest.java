package dev.holdfast.core.policy.fallback.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.holdfast.core.type.ReflectedModels;
import dev.holdfast.core.type.TypeRef;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The null object of every kind of type, and that class files told the same before. */
final class NullObjectsTest {

  private static final String CLASS_WITHOUT =
      " is a class without a constant EMPTY, NONE, NULL, UNKNOWN or a factory empty(), none(),"
          + " unknown() of its own type";

  private final NullObjects nullObjects =
      new NullObjects(MethodHandles.lookup(), type -> MethodHandles.lookup().in(type));
  private final NullObjectForecast forecast =
      new NullObjectForecast(ReflectedModels.ALL, ReflectedModels.of(NullObjectsTest.class));

  static Stream<Arguments> nullObjects() {
    return Stream.of(
        arguments("nothing", "null"),
        arguments("theVoid", "null"),
        arguments("primitiveBoolean", "Boolean false"),
        arguments("primitiveByte", "Byte 0"),
        arguments("primitiveShort", "Short 0"),
        arguments("primitiveChar", "Character \0"),
        arguments("primitiveInt", "Integer 0"),
        arguments("primitiveLong", "Long 0"),
        arguments("primitiveFloat", "Float 0.0"),
        arguments("primitiveDouble", "Double 0.0"),
        arguments("boxedBoolean", "Boolean false"),
        arguments("boxedCharacter", "Character \0"),
        arguments("boxedInteger", "Integer 0"),
        arguments("boxedLong", "Long 0"),
        arguments("boxedDouble", "Double 0.0"),
        arguments("string", "String "),
        arguments("charSequence", "String "),
        arguments("optional", "Optional Optional.empty"),
        arguments("optionalInt", "OptionalInt OptionalInt.empty"),
        arguments("optionalLong", "OptionalLong OptionalLong.empty"),
        arguments("optionalDouble", "OptionalDouble OptionalDouble.empty"),
        arguments("iterable", "immutable []"),
        arguments("collection", "immutable []"),
        arguments("list", "immutable []"),
        arguments("set", "immutable []"),
        arguments("sortedSet", "immutable []"),
        arguments("navigableSet", "immutable []"),
        arguments("map", "immutable {}"),
        arguments("sortedMap", "immutable {}"),
        arguments("navigableMap", "immutable {}"),
        arguments("concurrentMap", "fresh ConcurrentHashMap {}"),
        arguments("concurrentNavigableMap", "fresh ConcurrentSkipListMap {}"),
        arguments("queue", "immutable []"),
        arguments("deque", "immutable []"),
        arguments("blockingQueue", "fresh LinkedBlockingQueue []"),
        arguments("blockingDeque", "fresh LinkedBlockingDeque []"),
        arguments("transferQueue", "fresh LinkedTransferQueue []"),
        arguments("iterator", "iterator at its end"),
        arguments("listIterator", "iterator at its end"),
        arguments("intIterator", "iterator at its end"),
        arguments("enumeration", "iterator at its end"),
        arguments("spliterator", "iterator at its end"),
        arguments("longSpliterator", "iterator at its end"),
        arguments("stream", "fresh stream of 0"),
        arguments("baseStream", "fresh stream of 0"),
        arguments("intStream", "fresh stream of 0"),
        arguments("longStream", "fresh stream of 0"),
        arguments("doubleStream", "fresh stream of 0"),
        arguments("ints", "int[] of 0"),
        arguments("texts", "String[][] of 0"),
        arguments("lists", "List[] of 0"),
        arguments("publisher", "publisher of 0"),
        arguments("arrayList", "fresh ArrayList []"),
        arguments("linkedHashSet", "fresh LinkedHashSet []"),
        arguments("hashMap", "fresh HashMap {}"),
        arguments("copyOnWriteArrayList", "fresh CopyOnWriteArrayList []"),
        arguments("properties", "fresh Properties {}"),
        arguments("stageOfInteger", "fresh future of Integer 0"),
        arguments("futureOfList", "fresh future of immutable []"),
        arguments("futureOfVoid", "fresh future of null"),
        arguments("futureOfFuture", "fresh future of fresh future of String "),
        arguments("futureOfBasket", "fresh future of null object of Basket"),
        arguments("basket", "null object of Basket"),
        arguments("withEmpty", "WithEmpty WithEmpty[name=constant EMPTY]"),
        arguments("withNone", "WithNone WithNone[name=constant NONE]"),
        arguments("withNull", "WithNull WithNull[name=constant NULL]"),
        arguments("withUnknown", "its own constant UNKNOWN"),
        arguments("withFactory", "fresh WithFactory[name=factory unknown, content=]"),
        arguments("colour", "Colour NONE"));
  }

  static Stream<Arguments> nulls() {
    return Stream.of(
        arguments("enumMap", "java.util.EnumMap is a type of the platform"),
        arguments("futureOfLock", "java.util.concurrent.locks.Lock is a type of the platform"),
        arguments(
            "rawFuture", "a raw java.util.concurrent.CompletableFuture does not say what it holds"),
        arguments("variable", "java.lang.Number is a type of the platform"),
        arguments("object", "java.lang.Object is a type of the platform"),
        arguments("lock", "java.util.concurrent.locks.Lock is a type of the platform"),
        arguments("connection", "java.sql.Connection is a type of the platform"),
        arguments("runnable", "java.lang.Runnable is a type of the platform"),
        arguments("timeUnit", "java.util.concurrent.TimeUnit is a type of the platform"),
        arguments("withHiddenConstant", Shapes.WithHiddenConstant.class.getName() + CLASS_WITHOUT),
        arguments(
            "withForeignConstant", Shapes.WithForeignConstant.class.getName() + CLASS_WITHOUT),
        arguments("size", Shapes.Size.class.getName() + CLASS_WITHOUT),
        arguments("sealed", Shapes.Sealed.class.getName() + " is sealed"),
        arguments("plain", Shapes.Plain.class.getName() + CLASS_WITHOUT));
  }

  @ParameterizedTest
  @MethodSource("nullObjects")
  void ofAReturnType(String method, String expected) throws Throwable {
    TypeRef type = type(method);
    Value value = nullObjects.of(type);

    assertThat(Shown.of(value)).isEqualTo(expected);
    assertThat(forecast.whyNull(type)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("nulls")
  void nullIsForetold(String method, String why) throws Throwable {
    TypeRef type = type(method);
    @Nullable Object made = nullObjects.of(type).make();

    assertThat(Platform.isFuture(type.name()) ? Shown.held(made) : made).isNull();
    assertThat(forecast.whyNull(type)).contains(why);
  }

  @Test
  void everyReturnTypeIsInOneOfTheTables() {
    assertThat(Stream.concat(nullObjects(), nulls()).map(each -> each.get()[0]))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Returns.class.getDeclaredMethods())
                .<Object>map(m -> m.getName())
                .toList());
  }

  @Test
  void aTypeWhoseClassFileIsMissingIsForetoldAsNull() {
    assertThat(forecast.whyNull(TypeRef.of("shop.Missing")))
        .isEqualTo(Optional.of("the class file of shop.Missing cannot be found"));
  }

  @Test
  void sequencedCollectionsOfJava21AreKnownByName() {
    assertThat(Stream.of("Collection", "Set", "Map"))
        .allMatch(kind -> PlatformNullObjects.find("java.util.Sequenced" + kind).isPresent());
  }

  private static TypeRef type(String method) {
    return ReflectedModels.guarded(Returns.class, method).method().returnType();
  }
}
