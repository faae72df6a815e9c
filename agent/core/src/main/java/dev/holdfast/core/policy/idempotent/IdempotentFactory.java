package dev.holdfast.core.policy.idempotent;

import com.google.auto.service.AutoService;
import dev.holdfast.Idempotent;
import dev.holdfast.Idempotent.Concurrent;
import dev.holdfast.Idempotent.OnUnavailable;
import dev.holdfast.Idempotent.OnUnknown;
import dev.holdfast.core.pipeline.Ring;
import dev.holdfast.core.plan.Attributes;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.PolicyFactory;
import dev.holdfast.core.policy.idempotent.data.Flaw;
import dev.holdfast.core.policy.idempotent.data.Shapes;
import dev.holdfast.core.policy.idempotent.data.Storability;
import dev.holdfast.core.policy.idempotent.data.Storability.Finding;
import dev.holdfast.core.type.TypeRef;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes idempotent methods of {@link Idempotent}. */
@AutoService(PolicyFactory.class)
public final class IdempotentFactory implements PolicyFactory {

  /** Leases are renewed after a third: shorter ones would keep a store busy with that alone. */
  static final Duration LEAST_LEASE = Duration.ofMillis(100);

  private static final Duration ABOVE_ZERO = Duration.ofNanos(1);

  /** The store that is no store: the application's own transaction. */
  static final String TRANSACTION = "transaction";

  /** Names under which the keys of stores have settings in place of stores. */
  private static final Set<String> SETTINGS =
      Set.of("user", "password", "password-file", "driver", "create");

  private static final Shapes NONE =
      ((Finding.Storable) Storability.ofResult(TypeRef.of("void"), name -> Optional.empty()))
          .shapes();

  /** For the {@link java.util.ServiceLoader}. */
  public IdempotentFactory() {}

  @Override
  public String name() {
    return "idempotent";
  }

  @Override
  public Class<? extends Annotation> annotation() {
    return Idempotent.class;
  }

  @Override
  public Ring ring() {
    return Ring.DEDUPLICATE;
  }

  @Override
  public Set<String> fixedAttributes() {
    return Set.of("name", "key", "scope", "store");
  }

  @Override
  public IdempotentSpec compile(Attributes attributes, GuardedMethod method) {
    rejectWriters(attributes, method);
    return new IdempotentSpec(
        KeySource.compile(attributes, method),
        attributes.flag("required"),
        attributes.duration("ttl", ABOVE_ZERO),
        attributes.duration("lease", LEAST_LEASE),
        attributes.choice("concurrent", Concurrent.class),
        attributes.choice("onUnknown", OnUnknown.class),
        attributes.flag("matchArguments")
            ? Optional.of(Compared.compile(attributes, method))
            : Optional.empty(),
        remembered(attributes, method),
        results(attributes, method),
        store(attributes, method),
        attributes.choice("onUnavailable", OnUnavailable.class));
  }

  private static void rejectWriters(Attributes attributes, GuardedMethod method) {
    TypeRef result = resultType(method);
    if (result.is("void") || result.is("java.lang.Void")) {
      Writers.among(method)
          .ifPresent(
              writer ->
                  attributes.reject(
                      "it returns nothing and writes its answer to a %s, which cannot be stored."
                          .formatted(writer.type())));
    }
  }

  private static Remembered remembered(Attributes attributes, GuardedMethod method) {
    List<String> types = attributes.types("rememberFailures");
    List<String> unmakeable = new ArrayList<>();
    for (String type : types) {
      if (!method.types().find(type).map(FailureConstructors::existIn).orElse(false)) {
        unmakeable.add(type);
      }
    }
    if (!unmakeable.isEmpty()) {
      attributes.reject(
          "rememberFailures",
          "types that are made of a message, or of nothing",
          "Give such a constructor to " + String.join(" and ", unmakeable) + ".");
    }
    return new Remembered(types);
  }

  private static Shapes results(Attributes attributes, GuardedMethod method) {
    Finding finding = Storability.ofResult(resultType(method), method.types());
    if (finding instanceof Finding.Storable storable) {
      return storable.shapes();
    }
    for (Flaw flaw : ((Finding.Flawed) finding).flaws()) {
      attributes.reject(
          "its result cannot be stored faithfully: "
              + flaw
              + " (expected: data, such as records, sealed types, collections, numbers, texts)."
              + " Return data, or remove @Idempotent.");
    }
    return NONE;
  }

  /** What is stored: for a future, what it comes to. */
  private static TypeRef resultType(GuardedMethod method) {
    TypeRef type = method.method().returnType();
    if (!method.returnKind().isAsync()) {
      return type;
    }
    return type.arguments().isEmpty() ? TypeRef.of("java.lang.Object") : type.arguments().get(0);
  }

  private static String store(Attributes attributes, GuardedMethod method) {
    String store = attributes.text("store").strip();
    if (store.equals(TRANSACTION)) {
      checkTransaction(attributes, method);
    } else if (SETTINGS.contains(store)) {
      attributes.reject(
          "store",
          "the name of a store; holdfast.store.%s is a setting of the default one".formatted(store),
          "Give the store another name.");
    }
    return store;
  }

  /** What a transaction cannot keep is said now. */
  private static void checkTransaction(Attributes attributes, GuardedMethod method) {
    if (!attributes.types("rememberFailures").isEmpty()) {
      attributes.reject(
          "rememberFailures",
          "none beside store = transaction, whose rollback would forget them",
          "Remove one of the two.");
    }
    if (method.returnKind().isAsync()) {
      attributes.reject(
          "store",
          "another one for a method that returns a future, which may end after its transaction",
          "Return the value itself, or name another store.");
    }
    attributes.note(
        "keys are rows of the application's own database, in the transaction that is open when the"
            + " body begins: this guard is inside of it, the others are where they always are");
    if (attributes.choice("onUnknown", OnUnknown.class) == OnUnknown.FAIL) {
      attributes.note(
          "onUnknown = FAIL has nothing to say: no holder is lost, and a rollback keeps no key");
    }
  }
}
