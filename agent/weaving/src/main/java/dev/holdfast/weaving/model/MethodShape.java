package dev.holdfast.weaving.model;

import dev.holdfast.core.type.AnnotationModel;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.core.type.ParameterModel;
import dev.holdfast.core.type.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Collects one method. */
final class MethodShape extends MethodVisitor {

  private static final int CLASS_FILE_FLAGS = 0xFFFF;

  private final int modifiers;
  private final String name;
  private final String descriptor;
  private final @Nullable String signature;
  private final TypeVariables variables;
  private final LocalVariableNames debug;
  private final Consumer<MethodModel> done;

  private final int total;
  private final List<AnnotationModel> annotations = new ArrayList<>();
  private final List<Optional<String>> names = new ArrayList<>();
  private final List<Integer> flags = new ArrayList<>();
  private final List<List<AnnotationModel>> ofParameters = new ArrayList<>();
  private int annotable;
  private int annotableInvisibly;

  MethodShape(
      int modifiers,
      String name,
      String descriptor,
      @Nullable String signature,
      TypeVariables variables,
      LocalVariableNames debug,
      Consumer<MethodModel> done) {
    super(Opcodes.ASM9);
    this.modifiers = modifiers & CLASS_FILE_FLAGS;
    this.name = name;
    this.descriptor = descriptor;
    this.signature = signature;
    this.variables = variables;
    this.debug = debug;
    this.done = done;
    total = Type.getArgumentCount(descriptor);
    annotable = total;
    annotableInvisibly = total;
    for (int i = 0; i < total; i++) {
      ofParameters.add(new ArrayList<>(0));
    }
  }

  @Override
  public void visitParameter(@Nullable String parameter, int access) {
    names.add(Optional.ofNullable(parameter));
    flags.add(access);
  }

  @Override
  public AnnotationVisitor visitAnnotation(String type, boolean isVisible) {
    return AnnotationShape.of(type, annotations::add);
  }

  @Override
  public void visitAnnotableParameterCount(int count, boolean isVisible) {
    if (isVisible) {
      annotable = count;
    } else {
      annotableInvisibly = count;
    }
  }

  @Override
  public AnnotationVisitor visitParameterAnnotation(int index, String type, boolean isVisible) {
    int place = new Places(total, flags).of(index, isVisible ? annotable : annotableInvisibly);
    return AnnotationShape.of(type, ofParameters.get(place)::add);
  }

  @Override
  public void visitEnd() {
    List<TypeRef> types =
        Generics.types(descriptor, signature, variables, new Places(total, flags));
    List<ParameterModel> parameters = new ArrayList<>(total);
    int slot = (modifiers & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
    for (int i = 0; i < total; i++) {
      TypeRef type = types.get(i);
      parameters.add(new ParameterModel(parameterName(i, slot), type, ofParameters.get(i)));
      slot += type.is("long") || type.is("double") ? 2 : 1;
    }
    done.accept(
        new MethodModel(name, descriptor, modifiers, parameters, types.get(total), annotations));
  }

  private Optional<String> parameterName(int index, int slot) {
    Optional<String> told = names.size() == total ? names.get(index) : Optional.empty();
    return told.or(() -> debug.at(name, descriptor, slot));
  }
}
