package dev.holdfast.core.policy.fallback.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.core.type.TypeRef;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** How the null object of an application's interface behaves. */
final class GeneratedNullObjectTest {

  private final NullObjects nullObjects =
      new NullObjects(
          MethodHandles.lookup(),
          type -> MethodHandles.privateLookupIn(type, MethodHandles.lookup()));

  @Test
  void abstractMethodsAnswerNullObjectsInTurn() throws Throwable {
    Catalogue catalogue = make(Catalogue.class);

    assertThat(catalogue.count()).isZero();
    assertThat(catalogue.title()).isEmpty();
    assertThat(catalogue.tags("any", 1)).isEmpty();
    assertThat(catalogue.plain()).isNull();
    assertThat(catalogue.author().name()).isEmpty();
    catalogue.clear();
  }

  @Test
  void genericReturnTypesAreKnownFromTheInterfacesAround() throws Throwable {
    Catalogue catalogue = make(Catalogue.class);

    assertThat(catalogue.first()).isSameAs(make(Author.class));
    assertThat(catalogue.all()).isEmpty();
    assertThat(catalogue.later().join().name()).isEmpty();
    assertThat(catalogue.pages()).isEmpty();
    assertThat(catalogue.any("anything")).isNull();
  }

  @Test
  void typeArgumentsOfTheReturnTypeAreKept() throws Throwable {
    TypeRef page = new TypeRef(Page.class.getName(), List.of(TypeRef.of("java.lang.Integer")), 0);

    Page<?> made = (Page<?>) Objects.requireNonNull(nullObjects.of(page).make());

    assertThat((Object) made.first()).isEqualTo(0);
  }

  @Test
  void anInterfaceThatReturnsItselfReturnsTheSameObject() throws Throwable {
    Author author = make(Author.class);

    assertThat(author.teacher()).isSameAs(author);
    assertThat(author.teacher().teacher().pupils()).isEmpty();
  }

  @Test
  void defaultMethodsRun() throws Throwable {
    Author author = make(Author.class);

    assertThat(author.greeting("Dear")).isEqualTo("Dear  of ");
    assertThat(make(Hidden.class).shout("a", "b")).isEqualTo("HIDDEN2");
    assertThatThrownBy(author::fail).isInstanceOf(IOException.class).hasMessage("by default");
  }

  @Test
  void anInheritedDefaultMethodOfThePlatformRuns() throws Throwable {
    Order order = make(Order.class);

    assertThat(order.compare("a", "b")).isZero();
    assertThat(order.reversed().compare("a", "b")).isZero();
  }

  @Test
  void aCollectionIsEmptyAndStaysSo() throws Throwable {
    Cart cart = make(Cart.class);

    assertThat(cart.isEmpty()).isTrue();
    assertThat(cart.size()).isZero();
    assertThat(cart.stream().count()).isZero();
    assertThat(cart.total()).isZero();
    assertThat(cart).isEqualTo(Collections.emptyList()).hasToString("[]");
    assertThat(Collections.emptyList()).isEqualTo(cart).hasSameHashCodeAs(cart);
    assertThatThrownBy(() -> cart.add("tea")).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void anIteratorIsAtItsEnd() throws Throwable {
    Cursor cursor = make(Cursor.class);

    assertThat(cursor.hasNext()).isFalse();
    assertThatThrownBy(cursor::next).isInstanceOf(NoSuchElementException.class);
    cursor.close();
  }

  @Test
  void aFutureHasCompletedWithTheNullObjectOfItsTypeArgument() throws Throwable {
    Job job = make(Job.class);

    assertThat(job.isDone()).isTrue();
    assertThat(job.get()).isEqualTo(0L);
    assertThat(job.worker()).isEmpty();
  }

  @Test
  void aTypeArgumentThatCannotBeLoadedDoesNotMatter() throws Throwable {
    TypeRef page = new TypeRef(Page.class.getName(), List.of(TypeRef.of("shop.Missing")), 0);

    assertThat(((Page<?>) Objects.requireNonNull(nullObjects.of(page).make())).all()).isEmpty();
  }

  @Test
  void aTypeThatCannotBeLoadedIsTold() {
    assertThatThrownBy(() -> nullObjects.of(TypeRef.of("shop.Missing")))
        .isInstanceOf(TypeNotPresentException.class)
        .hasMessage("Type shop.Missing not present");
  }

  @Test
  void aTextIsEmpty() throws Throwable {
    assertThat((Object) make(Name.class)).hasToString("");
    assertThat(make(Name.class).length()).isZero();
  }

  @Test
  void twoOfOneInterfaceAreEqual() throws Throwable {
    Author author = make(Author.class);
    Author other =
        (Author)
            new GeneratedNullObject(
                    JavaType.of(Author.class),
                    nullObjects,
                    type -> MethodHandles.privateLookupIn(type, MethodHandles.lookup()))
                .make();

    assertThat(author).isNotSameAs(other).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(author).isNotEqualTo(make(Hidden.class)).isNotEqualTo(null).isNotEqualTo("text");
    assertThat(author).hasToString("null object of " + Author.class.getName());
  }

  @Test
  void typeArgumentsThatGrowWithoutEndAreNotAllRemembered() throws Throwable {
    Nest<?> nest = make(Nest.class);

    for (int depth = 0; depth < 1_200; depth++) {
      nest = nest.deeper();
    }

    assertThat((Object) nest).hasToString("null object of " + Nest.class.getName());
  }

  private <T> T make(Class<T> type) throws Throwable {
    return type.cast(Objects.requireNonNull(nullObjects.of(TypeRef.of(type.getName())).make()));
  }

  interface Page<T> {

    T first();

    List<T> all();

    CompletableFuture<T> later();

    T[] pages();

    <X> X any(X other);
  }

  interface Titled {

    String title();
  }

  interface Catalogue extends Page<Author>, Titled {

    int count();

    List<String> tags(String prefix, int most);

    Shapes.Plain plain();

    Author author();

    void clear();
  }

  /** Package-private, as the test is: nobody but its own package may implement it. */
  interface Author {

    String name();

    Author teacher();

    List<Author> pupils();

    default String greeting(String word) {
      return word + " " + name() + " of " + teacher().name();
    }

    default void fail() throws IOException {
      throw new IOException("by default");
    }
  }

  private interface Hidden {

    default String shout(String... words) {
      return "HIDDEN" + words.length;
    }
  }

  public interface Order extends Comparator<String> {}

  interface Cart extends List<String> {

    long total();
  }

  interface Cursor extends Iterator<String>, AutoCloseable {

    @Override
    void close();
  }

  interface Job extends Future<Long> {

    String worker();
  }

  interface Name extends CharSequence {}

  interface Nest<T> {

    Nest<List<T>> deeper();
  }
}
