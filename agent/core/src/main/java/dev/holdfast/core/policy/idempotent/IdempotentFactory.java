package dev.holdfast.core.policy.idempotent;

import com.google.auto.service.AutoService;
import dev.holdfast.IdempotencyKey;
import dev.holdfast.Idempotent;
import dev.holdfast.core.call.KeyPath;
import dev.holdfast.core.pipeline.Ring;
import dev.holdfast.core.plan.Attributes;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.PolicyFactory;
import dev.holdfast.core.plan.PolicySpec;
import dev.holdfast.core.policy.idempotent.data.Shapes;
import dev.holdfast.core.policy.idempotent.data.Storability;
import dev.holdfast.core.type.ParameterModel;
import dev.holdfast.core.type.TypeRef;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** The policy behind {@link Idempotent}. */
@AutoService(PolicyFactory.class)
public final class IdempotentFactory implements PolicyFactory {

  private static final String HEADER = "Idempotency-Key";
  private static final Set<String> WRITTEN_TO =
      Set.of(
          "java.io.OutputStream",
          "java.io.Writer",
          "jakarta.servlet.ServletResponse",
          "javax.servlet.ServletResponse",
          "com.sun.net.httpserver.HttpExchange");

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
    return Set.of("key", "scope", "store");
  }

  @Override
  public PolicySpec compile(Attributes attributes, GuardedMethod method) {
    String name = attributes.text("name");
    List<String> remembered = attributes.types("rememberFailures");
    checkStore(attributes, remembered);
    checkAnswer(attributes, method);
    KeyPath key = KeyPath.compile(attributes, "key", method).orElseGet(() -> marked(method));
    return new IdempotentSpec(
        name.isBlank() ? method.qualifiedName() : name,
        key,
        attributes.flag("required"),
        attributes.duration("ttl", Duration.ofMillis(1)),
        attributes.choice("concurrent", Idempotent.Concurrent.class),
        attributes.duration("lease", Duration.ofMillis(10)),
        attributes.choice("onUnknown", Idempotent.OnUnknown.class),
        attributes.flag("matchArguments") ? compared(attributes, method, key) : Map.of(),
        KeyPath.compile(attributes, "scope", method),
        remembered,
        attributes.text("store"),
        attributes.choice("onUnavailable", Idempotent.OnUnavailable.class),
        results(attributes, method));
  }

  private static void checkStore(Attributes attributes, List<String> remembered) {
    if (!attributes.text("store").equals("transaction")) {
      return;
    }
    attributes.reject(
        "store", "the name of a store", "This version has no store inside a transaction yet.");
    if (!remembered.isEmpty()) {
      attributes.reject(
          "rememberFailures", "none with store = transaction", "A rollback would take them along.");
    }
  }

  private static void checkAnswer(Attributes attributes, GuardedMethod method) {
    if (!method.method().returnType().is("void")) {
      return;
    }
    for (ParameterModel parameter : method.method().parameters()) {
      for (String sink : WRITTEN_TO) {
        if (method.types().isSubtype(parameter.type().name(), sink)) {
          attributes.reject(
              method.name()
                  + " returns nothing and writes its answer to "
                  + parameter.type()
                  + ", which cannot be kept for duplicates (expected: a method that returns its"
                  + " result)");
        }
      }
    }
  }

  private static KeyPath marked(GuardedMethod method) {
    List<ParameterModel> parameters = method.method().parameters();
    for (int index = 0; index < parameters.size(); index++) {
      if (parameters.get(index).isAnnotated(IdempotencyKey.class.getName())) {
        return KeyPath.argument(parameters.get(index).name().orElse("#" + index), index);
      }
    }
    return KeyPath.header(HEADER);
  }

  /** Arguments that are compared: all that have a canonical form, less the key itself. */
  private static Map<Integer, Shapes> compared(
      Attributes attributes, GuardedMethod method, KeyPath key) {
    Map<Integer, Shapes> compared = new TreeMap<>();
    List<ParameterModel> parameters = method.method().parameters();
    OptionalInt own = key.parameter();
    for (int index = 0; index < parameters.size(); index++) {
      ParameterModel parameter = parameters.get(index);
      boolean isKey =
          parameter.isAnnotated(IdempotencyKey.class.getName())
              || (own.isPresent() && own.getAsInt() == index);
      if (isKey) {
        continue;
      }
      Storability.Finding found = Storability.ofArgument(parameter.type(), method.types());
      if (found instanceof Storability.Finding.Storable storable) {
        compared.put(index, storable.shapes());
      } else {
        attributes.note(
            "the argument "
                + parameter.name().orElse("#" + index)
                + " has no canonical form and is not compared");
      }
    }
    return compared;
  }

  private static Shapes results(Attributes attributes, GuardedMethod method) {
    TypeRef type = method.method().returnType();
    TypeRef result =
        !method.returnKind().isAsync()
            ? type
            : type.arguments().isEmpty() ? TypeRef.of("java.lang.Object") : type.arguments().get(0);
    Storability.Finding found = Storability.ofResult(result, method.types());
    if (found instanceof Storability.Finding.Storable storable) {
      return storable.shapes();
    }
    ((Storability.Finding.Flawed) found)
        .flaws()
        .forEach(
            flaw ->
                attributes.reject(
                    "the result of "
                        + method.name()
                        + " cannot be kept: "
                        + flaw
                        + " (expected: data: records, beans, collections, java.time, texts and"
                        + " numbers)"));
    return ((Storability.Finding.Storable) Storability.ofResult(TypeRef.of("void"), method.types()))
        .shapes();
  }
}
