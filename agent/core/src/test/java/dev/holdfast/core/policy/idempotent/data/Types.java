package dev.holdfast.core.policy.idempotent.data;

import dev.holdfast.core.pipeline.Access;
import dev.holdfast.core.policy.idempotent.data.Storability.Finding;
import dev.holdfast.core.type.MethodModel;
import dev.holdfast.core.type.ReflectedModels;
import dev.holdfast.core.type.TypeRef;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/** Codecs for the types of {@link Samples}, and for types by name. */
final class Types {

  static final Access ACCESS = type -> MethodHandles.privateLookupIn(type, MethodHandles.lookup());
  static final int LONGEST = 1_000_000;

  private Types() {}

  static TypeRef sample(String method) {
    return ReflectedModels.of(Samples.class).methods().stream()
        .filter(each -> each.name().equals(method))
        .map(MethodModel::returnType)
        .findFirst()
        .orElseThrow();
  }

  static Finding result(TypeRef type) {
    return Storability.ofResult(type, ReflectedModels.ALL);
  }

  static Finding argument(TypeRef type) {
    return Storability.ofArgument(type, ReflectedModels.ALL);
  }

  static ResultCodec codec(TypeRef type) {
    Shapes shapes = ((Finding.Storable) result(type)).shapes();
    return new ResultCodec(shapes, Types.class.getClassLoader(), ACCESS);
  }

  /** What comes back of a value when it is stored as that type. */
  static @Nullable Object roundTrip(TypeRef type, @Nullable Object value) {
    String text = codec(type).returned(value, LONGEST);
    return ((StoredOutcome.Returned) codec(type).read(text)).result();
  }
}
