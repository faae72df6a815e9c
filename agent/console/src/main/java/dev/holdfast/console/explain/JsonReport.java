package dev.holdfast.console.explain;

import dev.holdfast.core.Version;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** An explanation for programs. */
public final class JsonReport {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonReport() {}

  /** The whole report as indented JSON; every attribute is in it. */
  public static String of(Explanation explanation) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(Document.of(explanation));
  }

  /** The shape of the JSON. */
  record Document(
      String version,
      String mode,
      boolean enabled,
      int classes,
      List<Method> methods,
      List<String> notWoven,
      List<String> problems,
      List<String> warnings) {

    static Document of(Explanation explanation) {
      return new Document(
          Version.TEXT,
          explanation.mode().text(),
          explanation.isEnabled(),
          explanation.classes(),
          explanation.methods().stream().map(Method::of).toList(),
          explanation.notWoven(),
          explanation.problems(),
          explanation.warnings());
    }
  }

  /** A guarded method. */
  record Method(String method, String type, List<Policy> policies, List<String> notes) {

    static Method of(ExplainedMethod method) {
      return new Method(
          method.method(),
          method.type(),
          method.policies().stream().map(Policy::of).toList(),
          method.notes());
    }
  }

  /** A policy in force. */
  record Policy(String policy, String origin, List<Attribute> attributes) {

    static Policy of(ExplainedPolicy policy) {
      return new Policy(
          policy.policy(),
          policy.origin(),
          policy.attributes().stream()
              .map(each -> new Attribute(each.name(), each.value(), each.origin()))
              .toList());
    }
  }

  /** An attribute in force. */
  record Attribute(String name, Object value, String origin) {}
}
