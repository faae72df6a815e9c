package dev.holdfast.core.policy.idempotent.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.type.TypeRef;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Constructors of the application make results again, and may do more than to keep arguments. */
final class MadeAgainTest {

  @Test
  void arraysAreArgumentsOfConstructorsThatTakeAnyNumber() {
    Tags tags = new Tags("a", 1, 2);

    assertThat(Types.roundTrip(TypeRef.of(Tags.class.getName()), tags))
        .isInstanceOfSatisfying(
            Tags.class, again -> assertThat(again.numbers()).containsExactly(1, 2));
  }

  @Test
  void whatIsCheckedTrimmedOrCopiedComesBackEqual() {
    Tidy tidy = new Tidy(" a ", List.of("b"), new int[] {1});

    assertThat(Types.roundTrip(TypeRef.of(Tidy.class.getName()), tidy))
        .usingRecursiveComparison()
        .isEqualTo(tidy);
  }

  @Test
  void copiesThatHaveNoEqualityAreComparedAsData() {
    Wrapped wrapped = new Wrapped(List.of("a", "b"));

    assertThat(Types.roundTrip(TypeRef.of(Wrapped.class.getName()), wrapped))
        .isInstanceOfSatisfying(
            Wrapped.class, again -> assertThat(again.items()).containsExactly("a", "b"));
  }

  @Test
  void refusesWhatItsConstructorWouldChangeOnceMore() {
    assertUnstorable(
        new Numbered("17"), "a %s would come back with another id".formatted(name(Numbered.class)));
    assertUnstorable(
        new Prefixed("17"), "a %s would come back with another id".formatted(name(Prefixed.class)));
    assertUnstorable(new Once(1), "a %s cannot be made again".formatted(name(Once.class)));
  }

  @Test
  void losesNoEntriesThatOnlyAnIdentityToldApart() {
    TypeRef text = TypeRef.of("java.lang.String");
    IdentityHashMap<String, String> map = new IdentityHashMap<>();
    map.put("a", "1");
    map.put(String.valueOf(new char[] {'a'}), "2");
    Set<String> set = Collections.newSetFromMap(new IdentityHashMap<>());
    set.addAll(map.keySet());

    assertThatThrownBy(
            () -> Types.roundTrip(new TypeRef("java.util.Map", List.of(text, text), 0), map))
        .isInstanceOf(Unstorable.class)
        .hasMessage("keys of a map are equal that were not");
    assertThatThrownBy(() -> Types.roundTrip(new TypeRef("java.util.Set", List.of(text), 0), set))
        .isInstanceOf(Unstorable.class)
        .hasMessage("elements of a set are equal that were not");
  }

  private static void assertUnstorable(Object value, String message) {
    TypeRef type = TypeRef.of(value.getClass().getName());

    assertThatThrownBy(() -> Types.codec(type).returned(value, Types.LONGEST))
        .isInstanceOf(Unstorable.class)
        .hasMessage(message);
  }

  private static String name(Class<?> type) {
    return type.getName();
  }

  @SuppressWarnings("ArrayRecordComponent") // what is tried
  record Tags(String name, int... numbers) {}

  @SuppressWarnings("ArrayRecordComponent") // what is tried
  record Tidy(String name, List<String> items, int[] numbers) {
    Tidy {
      name = name.strip();
      items = List.copyOf(items);
      numbers = numbers.clone();
    }
  }

  record Wrapped(Collection<String> items) {
    Wrapped {
      items = Collections.unmodifiableCollection(items);
    }
  }

  record Numbered(String id) {
    Numbered {
      id = "R-" + id;
    }
  }

  static final class Prefixed {
    final String id;

    Prefixed(String id) {
      this.id = "P-" + id;
    }
  }

  /** Objects to being made of what it has made of its argument. */
  record Once(@Nullable Integer number) {
    Once {
      if (number == null) {
        throw new IllegalArgumentException(Arrays.toString(new int[0]));
      }
      number = number == 1 ? null : number;
    }
  }
}
