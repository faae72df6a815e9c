package dev.holdfast.core.policy.idempotent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.IdempotencyKey;
import dev.holdfast.IdempotencyKeyMissingException;
import dev.holdfast.Idempotent;
import dev.holdfast.Retry;
import dev.holdfast.core.call.Scope;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.call.ServedRequest;
import dev.holdfast.core.store.StoredKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where keys come from, whose they are, and what callees see of them. */
final class IdempotentKeysTest {

  private static final String UUID_7 = "00000000-0000-0000-0000-000000000007";

  private final Shop shop = new Shop();
  private final Woven woven = new Woven(shop);
  private Scope outside = Scopes.current();

  @AfterEach
  void leavesNothingBehind() {
    Scopes.leave(outside);
    assertThat(Scopes.current()).isEqualTo(outside);
  }

  @Test
  void takesTheKeyOfTheServedRequestWhereNoneIsNamed() throws Throwable {
    serve("key-1", "ada");
    assertThat(woven.call("byHeader")).isEqualTo("charge 1");
    assertThat(woven.call("byHeader")).isEqualTo("charge 1");
    serve("key-2", "ada");
    assertThat(woven.call("byHeader")).isEqualTo("charge 2");
    serve(null, "ada");

    assertThat(woven.fail("byHeader")).isInstanceOf(IdempotencyKeyMissingException.class);
  }

  @Test
  void tellsThatAScopeMayBeWhatIsMissing() {
    serve("key-1", "ada");

    assertThat(woven.fail("byHeaderOf", (Object) null))
        .hasMessage(
            "%s was called without an idempotency key: header:Idempotency-Key or its scope tenant is absent or blank (expected: a key). Pass one, or set required = false."
                .formatted(woven.name("byHeaderOf")));
  }

  @Test
  void readsAQuotedHeaderLikeABareOne() throws Throwable {
    serve("\"key-1\"", "ada");
    assertThat(woven.call("byHeader")).isEqualTo("charge 1");
    serve("key-1", "ada");
    assertThat(woven.call("byHeader")).isEqualTo("charge 1");
    serve("\"\"", "ada");

    assertThat(woven.fail("byHeader")).isInstanceOf(IdempotencyKeyMissingException.class);
  }

  @Test
  void keepsPrincipalsApart() throws Throwable {
    serve("key-1", "ada");
    assertThat(woven.call("byHeader")).isEqualTo("charge 1");
    serve("key-1", "bob");
    assertThat(woven.call("byHeader")).isEqualTo("charge 2");

    assertThat(woven.told()).noneMatch(told -> told.contains("nobody in particular"));
  }

  @Test
  void keepsAScopeAndAPrincipalOfOneNameApart() throws Throwable {
    serve("key-1", null);
    assertThat(woven.call("byHeaderOf", "ada")).isEqualTo("charge 1");
    serve("key-1", "ada");
    assertThat(woven.call("byHeaderOf", "ada")).isEqualTo("charge 2");
    assertThat(woven.call("byHeaderOf", "bob")).isEqualTo("charge 3");
  }

  @Test
  void warnsOnceOfKeysThatBelongToNobody() throws Throwable {
    serve("key-1", null);
    woven.call("byHeader");
    serve("key-2", null);
    woven.call("byHeader");

    assertThat(woven.told())
        .containsOnlyOnce(
            "%s takes keys from requests of nobody in particular: who guesses a key reads its result. Set a scope, or authenticate"
                .formatted(woven.name("byHeader")));
  }

  @Test
  void showsCalleesNoKeyOfTheServedRequest() throws Throwable {
    serve("key-1", "ada");
    woven.call("byHeader");

    assertThat(shop.keys).containsExactly("key-1");
    assertThat(shop.outgoing)
        .containsExactly(
            StoredKey.of(Shop.class.getName() + "#byHeader()", List.of("principal ada"), "key-1")
                .uuid()
                .toString());
  }

  @Test
  void takesTheArgumentThatIsMarkedAndShowsItAsItIs() throws Throwable {
    assertThat(woven.call("byArgument", "key-1", 5)).isEqualTo("charge 1");
    assertThat(woven.call("byArgument", "key-1", 5)).isEqualTo("charge 1");
    assertThat(woven.call("byArgument", "key-2", 5)).isEqualTo("charge 2");

    assertThat(shop.keys).containsExactly("key-1", "key-2");
    assertThat(shop.outgoing).containsExactly("key-1", "key-2");
  }

  @Test
  void fillsTheArgumentThatIsMarkedWithTheKeyOfTheServedRequest() throws Throwable {
    serve("key-1", "ada");
    woven.call("byArgument", null, 5);

    assertThat(shop.arguments).containsExactly("key-1");
    assertThat(shop.keys).containsExactly("key-1");
    assertThat(shop.outgoing).doesNotContain("key-1");
  }

  @Test
  void takesAnArgumentThatIsTheServedRequestsKeyForThatRequests() throws Throwable {
    serve("key-1", "ada");
    assertThat(woven.call("byArgument", null, 5)).isEqualTo("charge 1");
    assertThat(woven.call("byArgument", "key-1", 5)).isEqualTo("charge 1");
    serve("key-1", "bob");
    assertThat(woven.call("byArgument", "key-1", 5)).isEqualTo("charge 2");
  }

  @Test
  void missesTheKeyWhereTheArgumentIsNullAndNoRequestHasOne() {
    assertThat(woven.fail("byArgument", null, 5))
        .isInstanceOf(IdempotencyKeyMissingException.class);
  }

  @Test
  void takesNoTextForAUuid() throws Throwable {
    serve("key-1", "ada");
    assertThat(woven.fail("byUuid", (Object) null))
        .isInstanceOf(IdempotencyKeyMissingException.class);
    serve(UUID_7, "ada");
    woven.call("byUuid", (Object) null);

    assertThat(shop.arguments).containsExactly(UUID.fromString(UUID_7));
  }

  @Test
  void knowsAUuidOfTheRequestHoweverItIsWritten() throws Throwable {
    UUID uuid = UUID.fromString("550e8400-e29b-41d4-a716-446655440000");
    serve("550E8400-E29B-41D4-A716-446655440000", "ada");
    assertThat(woven.call("byUuid", uuid)).isEqualTo("charge 1");
    assertThat(woven.call("byUuid", (Object) null)).isEqualTo("charge 1");
    serve("550E8400-E29B-41D4-A716-446655440000", "bob");

    assertThat(woven.call("byUuid", uuid)).isEqualTo("charge 2");
    assertThat(shop.outgoing).doesNotContain(uuid.toString()).doesNotHaveDuplicates();
  }

  @Test
  void knowsTheKeyOfTheRequestWithTheQuotesThatTheApplicationLeftOn() throws Throwable {
    serve("\"key-1\"", "ada");
    assertThat(woven.call("byArgument", "\"key-1\"", 5)).isEqualTo("charge 1");
    assertThat(woven.call("byArgument", "key-1", 5)).isEqualTo("charge 1");
    serve("\"key-1\"", "bob");

    assertThat(woven.call("byArgument", "\"key-1\"", 5)).isEqualTo("charge 2");
    assertThat(shop.outgoing).doesNotContain("key-1", "\"key-1\"");
  }

  @Test
  void showsCalleesNoUuidOfTheServedRequest() throws Throwable {
    serve("550E8400-E29B-41D4-A716-446655440000", "ada");
    woven.call("generatedUuid", UUID.fromString("550e8400-e29b-41d4-a716-446655440000"));

    assertThat(shop.outgoing).hasSize(1).doesNotContain("550e8400-e29b-41d4-a716-446655440000");
  }

  @Test
  void leavesTheArgumentEmptyWhereNoKeyIsRequired() throws Throwable {
    woven.call("byArgumentIfAny", (Object) null);
    woven.call("byArgumentIfAny", (Object) null);

    assertThat(shop.arguments).containsExactly(null, null);
    assertThat(woven.outcomes("byArgumentIfAny")).isEqualTo(Map.of("missing-key", 2L));
  }

  @Test
  void generatesOneKeyForAllAttempts() throws Throwable {
    shop.failures = 2;
    woven.call("generated", (Object) null);
    woven.call("generated", (Object) null);

    assertThat(shop.arguments).hasSize(4).doesNotContainNull();
    assertThat(shop.arguments.subList(0, 3)).containsOnly(shop.arguments.get(0));
    assertThat(shop.arguments.get(3)).isNotEqualTo(shop.arguments.get(0));
    assertThat(shop.keys).isEqualTo(shop.arguments);
    assertThat(shop.outgoing).isEqualTo(shop.arguments);
  }

  @Test
  void leavesAGeneratedKeyAloneThatTheCallerHasChosen() throws Throwable {
    woven.call("generated", "mine");

    assertThat(shop.arguments).containsExactly("mine");
    assertThat(shop.keys).containsExactly("mine");
  }

  @Test
  void generatesTheSameKeyForTheSameOrderWhoeverCalls() throws Throwable {
    shop.failures = 1;
    woven.fail("derived", "order-1", null);
    woven.call("derived", "order-1", null);
    woven.call("derived", "order-2", null);

    String derived =
        StoredKey.of(
                Shop.class.getName() + "#derived(java.lang.String,java.lang.String)",
                List.of(),
                "order-1")
            .uuid()
            .toString();
    assertThat(shop.arguments.subList(0, 2)).containsExactly(derived, derived);
    assertThat(shop.arguments.get(2)).isNotEqualTo(derived);
  }

  @Test
  void tellsANestedCallItsOwnKeyAndThenTheOuterOneAgain() throws Throwable {
    shop.inside = () -> woven.call("generated", "inner");
    woven.call("byArgument", "outer", 5);

    assertThat(shop.keys).containsExactly("outer", "inner");
    assertThat(shop.keyAfter).isEqualTo("outer");
  }

  @Test
  void tellsANestedCallWithoutAKeyTheOuterOne() throws Throwable {
    shop.inside = () -> woven.call("keyless");
    woven.call("byArgument", "outer", 5);

    assertThat(shop.keys).containsExactly("outer", "outer");
  }

  @Test
  void comparesNoKeys() throws Throwable {
    serve("key-1", "ada");
    assertThat(woven.call("byHeaderBeside", null, 5)).isEqualTo("charge 1");

    assertThat(woven.call("byHeaderBeside", "other", 5)).isEqualTo("charge 1");
  }

  @Test
  void neverShowsAKey() throws Throwable {
    serve("secret-1", null);
    woven.call("byHeader");
    woven.call("byArgument", "secret-2", 5);
    Throwable reused = woven.fail("byArgument", "secret-2", 6);

    assertThat(woven.told()).noneMatch(told -> told.contains("secret"));
    assertThat(reused.toString()).doesNotContain("secret");
  }

  private void serve(@Nullable String key, @Nullable String principal) {
    Scopes.leave(outside);
    Scopes.track();
    outside =
        Scopes.enter(
            Scope.NONE.serving(
                new ServedRequest() {
                  @Override
                  public @Nullable String header(String name) {
                    return name.equalsIgnoreCase("idempotency-key") ? key : null;
                  }

                  @Override
                  public @Nullable String principal() {
                    return principal;
                  }
                }));
  }

  /** A call from inside of a body. */
  interface Inside {
    @Nullable Object call() throws Throwable;
  }

  static final class Shop {
    final List<@Nullable Object> arguments = new ArrayList<>();
    final List<@Nullable Object> keys = new ArrayList<>();
    final List<@Nullable Object> outgoing = new ArrayList<>();
    @Nullable Object keyAfter;
    @Nullable Inside inside;
    int failures;
    int charges;

    private String charge(@Nullable Object key) throws Throwable {
      arguments.add(key);
      keys.add(Scopes.current().key());
      outgoing.add(Scopes.current().outgoingKey());
      Inside call = inside;
      inside = null;
      if (call != null) {
        call.call();
        keyAfter = Scopes.current().key();
      }
      if (failures-- > 0) {
        throw new IllegalStateException("down");
      }
      return "charge " + ++charges;
    }

    @Idempotent
    String byHeader() throws Throwable {
      return charge("");
    }

    @Idempotent(scope = "tenant")
    String byHeaderOf(String tenant) throws Throwable {
      return charge(tenant);
    }

    @Idempotent
    String byArgument(@IdempotencyKey @Nullable String key, int cents) throws Throwable {
      return charge(cents < 0 ? "" : key);
    }

    @Idempotent(key = "header:Idempotency-Key")
    String byHeaderBeside(@IdempotencyKey @Nullable String key, int cents) throws Throwable {
      return charge(cents < 0 ? "" : key);
    }

    @Idempotent
    String byUuid(@IdempotencyKey @Nullable UUID key) throws Throwable {
      return charge(key);
    }

    @Idempotent(required = false)
    String byArgumentIfAny(@IdempotencyKey @Nullable String key) throws Throwable {
      return charge(key);
    }

    @Retry(backoff = "0")
    String generated(@IdempotencyKey @Nullable String key) throws Throwable {
      return charge(key);
    }

    @Retry(backoff = "0")
    String generatedUuid(@IdempotencyKey @Nullable UUID key) throws Throwable {
      return charge(key);
    }

    @Idempotent(key = "order")
    String derived(String order, @IdempotencyKey @Nullable String key) throws Throwable {
      return charge(order.isEmpty() ? "" : key);
    }

    @Retry
    String keyless() throws Throwable {
      return charge("");
    }
  }
}
