package dev.holdfast.weaving.finding;

import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.weaving.model.ClassBytes;
import dev.holdfast.weaving.model.ClassFileReader;
import dev.holdfast.weaving.model.LoaderTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A few classes in package {@code shop}, compiled for one test, and what is found in them. */
record Sources(Map<String, byte[]> classes) implements ClassModels {

  private static final LoaderTypes OTHERS = new LoaderTypes(Sources.class.getClassLoader());

  private static final Declarations DECLARATIONS =
      new Declarations(
          Map.of(
              "dev.holdfast.Retry", "retry",
              "dev.holdfast.Fallback", "fallback",
              "dev.holdfast.IdempotencyKey", "idempotency-key"));

  static Sources of(String source) {
    String head = "package shop; import dev.holdfast.*; import java.util.concurrent.*;\n";
    return new Sources(ClassBytes.compiled(head + source, "-parameters"));
  }

  @Override
  public Optional<ClassModel> find(String binaryName) {
    byte[] bytes = classes.get(binaryName);
    return bytes == null ? OTHERS.find(binaryName) : Optional.of(ClassFileReader.read(bytes));
  }

  List<Finding> findings(String type) {
    return findings(type, method -> false);
  }

  List<Finding> findings(String type, Predicate<MethodModel> isRuled) {
    byte[] bytes = classes.getOrDefault("shop." + type, new byte[0]);
    return DECLARATIONS.of(ClassFileReader.read(bytes), bytes, this, isRuled);
  }

  /** What guards each method of a class: policy, attributes and origin in one line. */
  Map<String, List<String>> guards(String type) {
    Map<String, List<String>> guards = new TreeMap<>();
    for (Finding finding : findings(type)) {
      if (finding instanceof Finding.Guarded guarded) {
        guards.put(
            guarded.method().name(), guarded.declarations().stream().map(Sources::line).toList());
      }
    }
    return guards;
  }

  /** The messages of all that cannot be woven. */
  List<String> problems(String type) {
    return findings(type).stream()
        .flatMap(
            finding -> {
              if (finding instanceof Finding.Unweavable unweavable) {
                return Optional.of(unweavable.problem().message()).stream();
              }
              return finding instanceof Finding.Conflict conflict
                  ? Optional.of(conflict.problem().message()).stream()
                  : Optional.<String>empty().stream();
            })
        .toList();
  }

  static String line(Declaration declaration) {
    Map<String, Object> values = new TreeMap<>();
    declaration.attributes().forEach((name, setting) -> values.put(name, setting.value()));
    return declaration.policy() + values + " by " + declaration.origin().text();
  }
}
