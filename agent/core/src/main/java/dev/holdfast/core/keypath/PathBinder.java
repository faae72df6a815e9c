package dev.holdfast.core.keypath;

import dev.holdfast.core.call.Call;
import dev.holdfast.core.call.Scopes;
import dev.holdfast.core.pipeline.Binding;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.sql.Timestamp;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Makes readers of checked key paths: each operand becomes one method handle. */
final class PathBinder {

  private static final MethodType STEP = MethodType.methodType(Object.class, Object.class);
  private static final MethodHandle IS_NULL = own("isNull", boolean.class, Object.class);
  private static final MethodHandle ENTRY = own("entry", Object.class, Object.class, String.class);
  private static final MethodHandle CONTENT = own("content", Object.class, Object.class);
  private static final MethodHandle NOTHING =
      MethodHandles.dropArguments(MethodHandles.constant(Object.class, null), 0, Object.class);

  private final Binding binding;

  PathBinder(Binding binding) {
    this.binding = binding;
  }

  PathReader bind(List<PathPart> parts) {
    List<PathReader> readers = parts.stream().map(this::reader).toList();
    PathReader whole = readers.size() == 1 ? readers.get(0) : new Joined(readers);
    return new NotBlank(whole);
  }

  private PathReader reader(PathPart part) {
    if (part instanceof PathPart.Literal literal) {
      return call -> literal.text();
    }
    if (part instanceof PathPart.Header header) {
      return call -> Scopes.current().request().header(header.name());
    }
    PathPart.Value value = (PathPart.Value) part;
    int receiver = binding.method().method().isStatic() ? 0 : 1;
    MethodHandle handle = MethodHandles.identity(Object.class);
    for (PathStep step : value.steps()) {
      MethodHandle unlessNull =
          MethodHandles.guardWithTest(IS_NULL, NOTHING, handle(step).asType(STEP));
      handle = MethodHandles.filterReturnValue(handle, unlessNull);
    }
    return new Value(value.parameter() + receiver, handle);
  }

  private MethodHandle handle(PathStep step) {
    return switch (step.kind()) {
      case METHOD, FIELD -> member(step);
      case ENTRY -> MethodHandles.insertArguments(ENTRY, 1, step.name());
      case CONTENT -> CONTENT;
    };
  }

  private MethodHandle member(PathStep step) {
    try {
      Class<?> owner = Class.forName(step.owner(), false, binding.loader());
      Lookup lookup = lookup(owner);
      return step.kind() == PathStep.Kind.FIELD
          ? lookup.unreflectGetter(owner.getDeclaredField(step.name()))
          : lookup.unreflect(owner.getDeclaredMethod(step.name()));
    } catch (ReflectiveOperationException changed) {
      throw new LinkageError(step.owner() + "." + step.name() + " cannot be read", changed);
    }
  }

  /** Of the JDK's own classes, only public members are steps. */
  private Lookup lookup(Class<?> owner) {
    try {
      return binding.services().access().in(owner);
    } catch (IllegalAccessException closed) {
      return MethodHandles.publicLookup();
    }
  }

  static boolean isNull(@Nullable Object value) {
    return value == null;
  }

  static @Nullable Object entry(Object map, String key) {
    return ((Map<?, ?>) map).get(key);
  }

  static @Nullable Object content(Object optional) {
    if (optional instanceof OptionalInt content) {
      return content.isPresent() ? content.getAsInt() : null;
    }
    if (optional instanceof OptionalLong content) {
      return content.isPresent() ? content.getAsLong() : null;
    }
    if (optional instanceof OptionalDouble content) {
      return content.isPresent() ? content.getAsDouble() : null;
    }
    return ((Optional<?>) optional).orElse(null);
  }

  private static MethodHandle own(String name, Class<?> result, Class<?>... parameters) {
    try {
      return MethodHandles.lookup()
          .findStatic(PathBinder.class, name, MethodType.methodType(result, parameters));
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("key paths cannot be read", impossible);
    }
  }

  private record Value(int index, MethodHandle handle) implements PathReader {
    @Override
    public @Nullable String read(Call call) throws Throwable {
      try {
        Object value = (Object) handle.invokeExact(call.arguments()[index]);
        return text(value);
      } catch (Throwable failure) {
        throw call.threw(failure);
      }
    }
  }

  @SuppressWarnings("JavaUtilDate") // the application's own
  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    // Their own text is that of a time zone, and leaves milliseconds out.
    if (value instanceof Timestamp || (value != null && value.getClass() == Date.class)) {
      return ((Date) value).toInstant().toString();
    }
    return value == null ? null : value.toString();
  }

  private record Joined(List<PathReader> operands) implements PathReader {
    @Override
    public @Nullable String read(Call call) throws Throwable {
      StringBuilder whole = new StringBuilder();
      for (PathReader operand : operands) {
        String text = operand.read(call);
        if (text == null) {
          return null;
        }
        whole.append(text);
      }
      return whole.toString();
    }
  }

  private record NotBlank(PathReader path) implements PathReader {
    @Override
    public @Nullable String read(Call call) throws Throwable {
      String key = path.read(call);
      return key == null || key.isBlank() ? null : key;
    }
  }
}
