package dev.holdfast.core.plan;

import dev.holdfast.core.pipeline.Ring;
import java.lang.annotation.Annotation;
import java.util.Set;

/**
 * A policy as the engine finds it: by {@link java.util.ServiceLoader}, one for each policy folder.
 *
 * <p>Attribute names, their types and built-in defaults are those of the annotation: they are
 * written there and nowhere else.
 */
public interface PolicyFactory {

  /** The policy's name in keys and messages, in kebab case: {@code circuit-breaker}. */
  String name();

  /** The annotation that asks for the policy, on methods and types or on parameters. */
  Class<? extends Annotation> annotation();

  /** The ring of the policy's main layer, for those who print the order. */
  Ring ring();

  /**
   * Names of the attributes that cannot be changed while the process runs, because they say what
   * code is run or what is read: {@code method}, key paths.
   */
  default Set<String> fixedAttributes() {
    return Set.of();
  }

  /**
   * Checks what was asked for and makes the spec that is in force. Called while the class is being
   * loaded: nothing of the application may be loaded here, all is read from class files.
   *
   * @param attributes typed access to what is in force; wrong values report themselves
   * @param method the method to guard
   */
  PolicySpec compile(Attributes attributes, GuardedMethod method);
}
