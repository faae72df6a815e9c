package dev.holdfast.core.type;

import java.lang.reflect.Modifier;
import java.util.List;

/**
 * A method of a class file.
 *
 * @param modifiers the access flags of the class file; 0x40 is bridge, 0x1000 synthetic
 */
public record MethodModel(
    String name,
    String descriptor,
    int modifiers,
    List<ParameterModel> parameters,
    TypeRef returnType,
    List<AnnotationModel> annotations) {

  private static final int BRIDGE = 0x40;
  private static final int SYNTHETIC = 0x1000;

  public MethodModel {
    parameters = List.copyOf(parameters);
    annotations = List.copyOf(annotations);
  }

  public boolean isStatic() {
    return Modifier.isStatic(modifiers);
  }

  public boolean isPrivate() {
    return Modifier.isPrivate(modifiers);
  }

  public boolean isAbstract() {
    return Modifier.isAbstract(modifiers);
  }

  public boolean isNative() {
    return Modifier.isNative(modifiers);
  }

  public boolean isSynchronized() {
    return Modifier.isSynchronized(modifiers);
  }

  /** Whether javac made it to bridge a generic or covariant override. */
  public boolean isBridge() {
    return (modifiers & BRIDGE) != 0;
  }

  /** Whether the compiler made it: bridges, bodies of lambdas, accessors. */
  public boolean isSynthetic() {
    return (modifiers & (SYNTHETIC | BRIDGE)) != 0;
  }

  /** Whether it is a constructor or a static initialiser. */
  public boolean isInitializer() {
    return name.startsWith("<");
  }
}
