package dev.holdfast.weaving.finding;

import dev.holdfast.core.plan.Declaration;
import dev.holdfast.core.plan.Origin;
import dev.holdfast.core.plan.Setting;
import dev.holdfast.core.type.AnnotationModel;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads what annotations ask for, be they ours or annotations of the application that are annotated
 * with ours, at any remove.
 *
 * @param policies the name of the policy that an annotation asks for, by its binary name
 */
record PolicyAnnotations(Map<String, String> policies) {

  PolicyAnnotations {
    policies = Map.copyOf(policies);
  }

  /** Whether the annotation of that binary name asks for a policy by itself. */
  boolean includes(String annotation) {
    return policies.containsKey(annotation);
  }

  /** The annotation that asks for a policy, as it is written: {@code @Retry}. */
  String annotation(String policy) {
    return policies.entrySet().stream()
        .filter(each -> each.getValue().equals(policy))
        .map(each -> simpleName(each.getKey()))
        .findFirst()
        .orElseThrow();
  }

  /**
   * What is asked for, by policy: of each the nearest declarations only, an annotation of ours
   * before one through another. More than one means that the same place says different things.
   *
   * @param place the method or type that carries the annotations
   */
  Map<String, List<Declaration>> read(
      List<AnnotationModel> annotations, String place, ClassModels types) {
    Map<String, List<Declaration>> found = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    List<Carried> level =
        annotations.stream().map(each -> new Carried(each, simpleName(each.type()))).toList();
    while (!level.isEmpty()) {
      merge(declared(level, place), found);
      level = further(level, seen, types);
    }
    return found;
  }

  /**
   * An annotation and the one in its place in the code.
   *
   * @param written what stands at the method or type, {@code @Patient}
   */
  private record Carried(AnnotationModel annotation, String written) {}

  private static String simpleName(String type) {
    return "@" + type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }

  private Map<String, List<Declaration>> declared(List<Carried> level, String place) {
    Map<String, List<Declaration>> declared = new TreeMap<>();
    for (Carried each : level) {
      String policy = policies.get(each.annotation().type());
      if (policy != null) {
        Differing.add(
            declaration(policy, each, place),
            declared.computeIfAbsent(policy, none -> new ArrayList<>()));
      }
    }
    return declared;
  }

  private static Declaration declaration(String policy, Carried carried, String place) {
    Origin origin = new Origin.Written(carried.written(), place);
    Map<String, Setting> settings = new HashMap<>();
    carried
        .annotation()
        .values()
        .forEach((attribute, value) -> settings.put(attribute, new Setting(value, origin)));
    return new Declaration(policy, settings, origin);
  }

  private static void merge(
      Map<String, List<Declaration>> nearer, Map<String, List<Declaration>> found) {
    nearer.forEach(found::putIfAbsent);
  }

  private List<Carried> further(List<Carried> level, Set<String> seen, ClassModels types) {
    List<Carried> further = new ArrayList<>();
    for (Carried each : level) {
      String type = each.annotation().type();
      if (!policies.containsKey(type) && !Strangers.include(type) && seen.add(type)) {
        types.find(type).map(ClassModel::annotations).orElse(List.of()).stream()
            .map(meta -> new Carried(meta, each.written()))
            .forEach(further::add);
      }
    }
    return further;
  }
}
