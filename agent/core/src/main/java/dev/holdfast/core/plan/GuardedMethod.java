package dev.holdfast.core.plan;

import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.ClassModels;
import dev.holdfast.core.type.MethodModel;

/**
 * A method that is to be guarded, as its class file tells it.
 *
 * @param owner the class that declares the body
 * @param method the method
 * @param types finds further classes as the owner's loader would
 */
public record GuardedMethod(ClassModel owner, MethodModel method, ClassModels types) {

  /**
   * The guard's name: the fully qualified {@code Class#method}, with parameter types if the class
   * has several methods of that name that a guard could stand on.
   */
  public String name() {
    long homonyms =
        owner.methods().stream()
            .filter(other -> other.name().equals(method.name()) && !other.isSynthetic())
            .count();
    return homonyms > 1 ? qualifiedName() : owner.name() + "#" + method.name();
  }

  /** The fully qualified {@code Class#method(parameter types)}. */
  public String qualifiedName() {
    StringBuilder name = new StringBuilder(owner.name()).append('#').append(method.name());
    name.append('(');
    String separator = "";
    for (var parameter : method.parameters()) {
      name.append(separator).append(parameter.type().name());
      name.append("[]".repeat(parameter.type().dimensions()));
      separator = ",";
    }
    return name.append(')').toString();
  }

  /** How the outcome of a call is judged. */
  public ReturnKind returnKind() {
    return ReturnKind.of(method.returnType());
  }
}
