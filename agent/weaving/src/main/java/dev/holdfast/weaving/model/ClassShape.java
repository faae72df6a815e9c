package dev.holdfast.weaving.model;

import dev.holdfast.core.type.AnnotationModel;
import dev.holdfast.core.type.ClassModel;
import dev.holdfast.core.type.FieldModel;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.core.type.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.RecordComponentVisitor;
import org.jspecify.annotations.Nullable;

/** Collects a class. */
final class ClassShape extends ClassVisitor {

  private static final int CLASS_FILE_FLAGS = 0xFFFF & ~Opcodes.ACC_SUPER;
  private static final int MAJOR = 0xFFFF;

  private final LocalVariableNames debug;
  private final List<AnnotationModel> annotations = new ArrayList<>();
  private final List<FieldModel> fields = new ArrayList<>();
  private final List<MethodModel> methods = new ArrayList<>();
  private final List<FieldModel> components = new ArrayList<>();
  private final List<String> permitted = new ArrayList<>();
  private TypeVariables variables = TypeVariables.NONE;
  private String name = "";
  private int version;
  private int modifiers;
  private Optional<String> superName = Optional.empty();
  private List<String> interfaces = List.of();
  private List<TypeRef> supertypes = List.of();

  ClassShape(LocalVariableNames debug) {
    super(Opcodes.ASM9);
    this.debug = debug;
  }

  ClassModel model() {
    return new ClassModel(
        name,
        version,
        modifiers,
        superName,
        interfaces,
        annotations,
        fields,
        methods,
        components,
        permitted,
        List.copyOf(variables.bounds().keySet()),
        supertypes);
  }

  @Override
  public void visit(
      int classVersion,
      int access,
      String internalName,
      @Nullable String signature,
      @Nullable String superType,
      String @Nullable [] superInterfaces) {
    version = classVersion & MAJOR;
    modifiers = access & CLASS_FILE_FLAGS;
    name = binaryName(internalName);
    superName = Optional.ofNullable(superType).map(ClassShape::binaryName);
    interfaces =
        superInterfaces == null
            ? List.of()
            : Stream.of(superInterfaces).map(ClassShape::binaryName).toList();
    variables = Generics.variables(signature);
    List<String> names = Stream.concat(superName.stream(), interfaces.stream()).toList();
    supertypes = Generics.supertypes(names, signature, variables);
  }

  @Override
  public void visitInnerClass(
      String inner, @Nullable String outer, @Nullable String simpleName, int access) {
    if (binaryName(inner).equals(name)) {
      modifiers |= access & Opcodes.ACC_STATIC;
    }
  }

  @Override
  public AnnotationVisitor visitAnnotation(String type, boolean isVisible) {
    return AnnotationShape.of(type, annotations::add);
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String field,
      String descriptor,
      @Nullable String signature,
      @Nullable Object constant) {
    fields.add(
        new FieldModel(field, Generics.type(descriptor, signature, variables), access & 0xFFFF));
    return null;
  }

  @Override
  public @Nullable RecordComponentVisitor visitRecordComponent(
      String component, String descriptor, @Nullable String signature) {
    components.add(new FieldModel(component, Generics.type(descriptor, signature, variables), 0));
    return null;
  }

  @Override
  public void visitPermittedSubclass(String subclass) {
    permitted.add(binaryName(subclass));
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return new MethodShape(access, method, descriptor, signature, variables, debug, methods::add);
  }

  private static String binaryName(String internalName) {
    return internalName.replace('/', '.');
  }
}
