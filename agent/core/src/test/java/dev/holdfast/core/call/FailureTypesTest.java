package dev.holdfast.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.core.call.FailureTypes.Listed;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FailureTypesTest {

  private static final String EXCEPTION = "java.lang.Exception";
  private static final String IO = "java.io.IOException";
  private static final String NOT_FOUND = "java.io.FileNotFoundException";
  private static final String COMPLETION = "java.util.concurrent.CompletionException";

  @Test
  void theClosestListedTypeWins() {
    FailureTypes types = new FailureTypes(List.of(EXCEPTION, NOT_FOUND), List.of(IO));

    assertThat(types.closest(new FileNotFoundException())).isEqualTo(Listed.ON);
    assertThat(types.closest(new IOException())).isEqualTo(Listed.NOT);
    assertThat(types.closest(new IllegalStateException())).isEqualTo(Listed.ON);
    assertThat(types.closest(new StackOverflowError())).isEqualTo(Listed.NOWHERE);
  }

  @Test
  void notWinsOnATie() {
    FailureTypes types = new FailureTypes(List.of(IO), List.of(IO));

    assertThat(types.closest(new FileNotFoundException())).isEqualTo(Listed.NOT);
    assertThat(types.listsExactly(new IOException())).isFalse();
  }

  @Test
  void carriersAreLookedThrough() {
    FailureTypes types = new FailureTypes(List.of(EXCEPTION), List.of(IO));

    Throwable carried =
        new CompletionException(
            new ExecutionException(new UndeclaredThrowableException(new IOException())));

    assertThat(types.closest(carried)).isEqualTo(Listed.NOT);
  }

  @Test
  void aCarrierThatCarriesNothingIsJudgedItself() {
    FailureTypes types = new FailureTypes(List.of(EXCEPTION), List.of());

    assertThat(types.covers(new CompletionException(null))).isTrue();
  }

  @Test
  void aCarrierThatIsListedItselfIsNotLookedThrough() {
    FailureTypes types = new FailureTypes(List.of(COMPLETION), List.of(IO));

    assertThat(types.closest(new CompletionException(new IOException()))).isEqualTo(Listed.ON);
    assertThat(types.listsExactly(new CompletionException(new IOException()))).isTrue();
  }

  @Test
  void exactlyMeansTheThrownClassAndNoSubclass() {
    FailureTypes types = new FailureTypes(List.of(IO), List.of());

    assertThat(types.listsExactly(new IOException())).isTrue();
    assertThat(types.listsExactly(new ExecutionException(new IOException()))).isTrue();
    assertThat(types.listsExactly(new FileNotFoundException())).isFalse();
  }

  @Test
  void aTypeThatDoesNotExistNeverMatches() {
    FailureTypes types = new FailureTypes(List.of("no.such.Type"), List.of("nor.This"));

    assertThat(types.closest(new IOException())).isEqualTo(Listed.NOWHERE);
  }
}
