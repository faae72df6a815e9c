package dev.holdfast.weaving.model;

import dev.holdfast.core.type.AnnotationModel;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Collects the values of one annotation, or of one array within it. */
final class AnnotationShape extends AnnotationVisitor {

  private final BiConsumer<@Nullable String, Object> values;
  private final Runnable end;

  private AnnotationShape(BiConsumer<@Nullable String, Object> values, Runnable end) {
    super(Opcodes.ASM9);
    this.values = values;
    this.end = end;
  }

  /** Collects an annotation and hands it over when it is complete. */
  static AnnotationShape of(String descriptor, Consumer<AnnotationModel> done) {
    Map<String, Object> values = new LinkedHashMap<>();
    String type = Type.getType(descriptor).getClassName();
    return new AnnotationShape(values::put, () -> done.accept(new AnnotationModel(type, values)));
  }

  @Override
  public void visit(@Nullable String name, Object value) {
    if (value instanceof Type type) {
      values.accept(name, type.getClassName());
    } else if (value.getClass().isArray()) {
      List<Object> elements = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        elements.add(Array.get(value, i));
      }
      values.accept(name, List.copyOf(elements));
    } else {
      values.accept(name, value);
    }
  }

  @Override
  public void visitEnum(@Nullable String name, String descriptor, String constant) {
    values.accept(name, constant);
  }

  @Override
  public AnnotationVisitor visitAnnotation(@Nullable String name, String descriptor) {
    return of(descriptor, nested -> values.accept(name, nested));
  }

  @Override
  public AnnotationVisitor visitArray(@Nullable String name) {
    List<Object> elements = new ArrayList<>();
    return new AnnotationShape(
        (none, element) -> elements.add(element), () -> values.accept(name, List.copyOf(elements)));
  }

  @Override
  public void visitEnd() {
    end.run();
  }
}
