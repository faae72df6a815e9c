package dev.holdfast.core.policy.fallback;

import com.google.auto.service.AutoService;
import dev.holdfast.Fallback;
import dev.holdfast.core.pipeline.Ring;
import dev.holdfast.core.plan.Attributes;
import dev.holdfast.core.plan.GuardedMethod;
import dev.holdfast.core.plan.PolicyFactory;
import dev.holdfast.core.plan.PolicySpec;
import dev.holdfast.core.policy.fallback.value.Literals;
import dev.holdfast.core.policy.fallback.value.NullObjectForecast;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes fallbacks of what {@link Fallback} and the keys {@code fallback.*} ask for. */
@AutoService(PolicyFactory.class)
public final class FallbackFactory implements PolicyFactory {

  @Override
  public String name() {
    return "fallback";
  }

  @Override
  public Class<? extends Annotation> annotation() {
    return Fallback.class;
  }

  @Override
  public Ring ring() {
    return Ring.RESCUE;
  }

  @Override
  public Set<String> fixedAttributes() {
    return Set.of("method");
  }

  @Override
  public PolicySpec compile(Attributes attributes, GuardedMethod method) {
    List<String> on = attributes.types("on");
    List<String> not = attributes.types("not");
    return answer(attributes, method, on)
        .<PolicySpec>map(answer -> new FallbackSpec(answer, on, not))
        .orElse(NoFallback.INSTANCE);
  }

  private static Optional<Answer> answer(
      Attributes attributes, GuardedMethod method, List<String> on) {
    String named = attributes.text("method").strip();
    String literal = attributes.text("value");
    if (!named.isEmpty() && !literal.isEmpty()) {
      attributes.reject(
          "value", "nothing beside method " + named, "Keep one of the two: set the other to \"\".");
      return Optional.empty();
    }
    if (!named.isEmpty()) {
      return byMethod(attributes, method, named, on);
    }
    return literal.isEmpty()
        ? Optional.of(byNullObject(attributes, method))
        : byLiteral(attributes, method, literal);
  }

  private static Optional<Answer> byMethod(
      Attributes attributes, GuardedMethod method, String named, List<String> on) {
    FallbackMethods.Found found = new FallbackMethods(attributes, method).find(named);
    if (found.itself()) {
      attributes.note("not in force, because " + named + " is the fallback itself");
    }
    if (found.overloads().isEmpty()) {
      return Optional.empty();
    }
    noteWhatIsNotTaken(attributes, method, named, on, found.overloads());
    return Optional.of(new Answer.ByMethod(found.overloads()));
  }

  private static void noteWhatIsNotTaken(
      Attributes attributes,
      GuardedMethod method,
      String named,
      List<String> on,
      List<FallbackMethod> overloads) {
    if (overloads.stream().anyMatch(overload -> overload.failure().isEmpty())) {
      return;
    }
    List<String> taken = overloads.stream().flatMap(each -> each.failure().stream()).toList();
    boolean takesAll =
        on.stream()
            .allMatch(
                type -> taken.stream().anyMatch(each -> method.types().isSubtype(type, each)));
    if (!takesAll) {
      attributes.note(
          "covers only %s, because no overload of %s takes other failures"
              .formatted(String.join(", ", taken), named));
    }
  }

  private static Optional<Answer> byLiteral(
      Attributes attributes, GuardedMethod method, String literal) {
    Literals.Reading reading =
        new Literals(method.types()).read(literal, method.method().returnType());
    if (reading instanceof Literals.Reading.Read read) {
      return Optional.of(new Answer.ByLiteral(read.literal()));
    }
    Literals.Reading.Unreadable wrong = (Literals.Reading.Unreadable) reading;
    attributes.reject("value", wrong.expected(), wrong.remedy());
    return Optional.empty();
  }

  private static Answer byNullObject(Attributes attributes, GuardedMethod method) {
    new NullObjectForecast(method.types(), method.owner())
        .whyNull(method.method().returnType())
        .ifPresent(why -> attributes.note("the substitute is null, because " + why));
    return new Answer.ByNullObject();
  }
}
