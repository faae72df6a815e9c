package dev.holdfast.core.policy.idempotent.data;

import dev.holdfast.core.pipeline.Access;
import dev.holdfast.core.type.TypeRef;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The classes that shapes name, as the application has loaded them, and their members.
 *
 * <p>Every method throws a {@link LinkageError} if a class is not as its class file told.
 */
record LoadedTypes(@Nullable ClassLoader loader, Access access) {

  private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);
  private static final MethodType SETTER =
      MethodType.methodType(void.class, Object.class, Object.class);
  private static final MethodType FACTORY = MethodType.methodType(Object.class);
  private static final String NO_PARAMETERS = "()V";

  private static final Map<String, Class<?>> PRIMITIVES =
      Map.of(
          "boolean", boolean.class,
          "byte", byte.class,
          "char", char.class,
          "short", short.class,
          "int", int.class,
          "long", long.class,
          "float", float.class,
          "double", double.class,
          "void", void.class);

  Class<?> find(TypeRef type) {
    Class<?> found = find(type.name());
    for (int dimension = 0; dimension < type.dimensions(); dimension++) {
      found = found.arrayType();
    }
    return found;
  }

  Class<?> find(String name) {
    Class<?> primitive = PRIMITIVES.get(name);
    if (primitive != null) {
      return primitive;
    }
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException gone) {
      throw new NoClassDefFoundError(name);
    }
  }

  /** Reads a part; of type {@code (Object)Object}. */
  MethodHandle getter(Shape.Part part) {
    Class<?> owner = find(part.owner());
    try {
      return access.in(owner).unreflectGetter(owner.getDeclaredField(part.field())).asType(GETTER);
    } catch (ReflectiveOperationException changed) {
      throw new LinkageError(part.owner() + "." + part.field() + " cannot be read", changed);
    }
  }

  /** Makes instances of their parts. */
  CompositeForm.Maker maker(Shape.Composite composite) {
    Class<?> type = find(composite.type());
    try {
      MethodType parameters =
          MethodType.fromMethodDescriptorString(composite.constructor(), loader);
      MethodHandle constructor = access.in(type).findConstructor(type, parameters);
      return composite.constructor().equals(NO_PARAMETERS) && !composite.parts().isEmpty()
          ? new BySetting(constructor.asType(FACTORY), setters(composite.parts()))
          : new ByConstructing(
              constructor
                  .asFixedArity()
                  .asType(constructor.type().generic())
                  .asSpreader(Object[].class, parameters.parameterCount()));
    } catch (ReflectiveOperationException changed) {
      throw new LinkageError(composite.type() + " cannot be made", changed);
    }
  }

  /** The members of Spring's {@code ResponseEntity}, of whichever version. */
  ResponseMembers response() {
    Class<?> headers = find("org.springframework.http.HttpHeaders");
    Class<?> response = find(ResponseMembers.TYPE);
    Class<?> builder = find(ResponseMembers.TYPE + "$BodyBuilder");
    try {
      Method status = response.getMethod("getStatusCode");
      return new ResponseMembers(
          response,
          status,
          status.getReturnType().getMethod("value"),
          response.getMethod("getHeaders"),
          response.getMethod("getBody"),
          headers.getMethod("forEach", BiConsumer.class),
          headers.getConstructor(),
          headers.getMethod("put", String.class, List.class),
          response.getMethod("status", int.class),
          builder.getMethod("headers", headers),
          builder.getMethod("body", Object.class));
    } catch (NoSuchMethodException changed) {
      throw new LinkageError(ResponseMembers.TYPE + " is another than is known", changed);
    }
  }

  private List<MethodHandle> setters(List<Shape.Part> parts) throws ReflectiveOperationException {
    List<MethodHandle> setters = new ArrayList<>();
    for (Shape.Part part : parts) {
      Class<?> owner = find(part.owner());
      setters.add(
          access.in(owner).unreflectSetter(owner.getDeclaredField(part.field())).asType(SETTER));
    }
    return setters;
  }

  private record ByConstructing(MethodHandle constructor) implements CompositeForm.Maker {
    @Override
    public Object make(@Nullable Object[] values) throws Throwable {
      return (Object) constructor.invokeExact(values);
    }

    @Override
    public boolean mayChangeParts() {
      return true;
    }
  }

  private record BySetting(MethodHandle constructor, List<MethodHandle> setters)
      implements CompositeForm.Maker {
    @Override
    public Object make(@Nullable Object[] values) throws Throwable {
      Object made = (Object) constructor.invokeExact();
      for (int index = 0; index < values.length; index++) {
        setters.get(index).invokeExact(made, values[index]);
      }
      return made;
    }

    @Override
    public boolean mayChangeParts() {
      return false;
    }
  }
}
