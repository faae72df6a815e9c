package dev.holdfast.core.policy.fallback.value;

import dev.holdfast.core.pipeline.Access;
import dev.holdfast.core.type.TypeRef;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Array;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Null objects of loaded types: those of the platform, those that types offer themselves, generated
 * ones for interfaces, else null. {@link NullObjectForecast} tells the same from class files.
 *
 * <p>Belongs to one guarded method, and so goes with its class.
 */
public final class NullObjects {

  /** A type argument can grow from call to call; what goes beyond this is made anew each time. */
  private static final int MOST = 1_000;

  private static final Value NULL = new Value.Ready(() -> null);

  private final Map<JavaType, Value> known = new ConcurrentHashMap<>();
  private final Lookup lookup;
  private final Access access;

  /**
   * @param lookup a lookup with all rights in the class that declares the guarded method
   * @param access reaches into interfaces whose default methods are to run
   */
  public NullObjects(Lookup lookup, Access access) {
    this.lookup = lookup;
    this.access = access;
  }

  /**
   * The null object of a type that the class file of the guarded method names.
   *
   * @throws TypeNotPresentException if that type cannot be loaded
   */
  public Value of(TypeRef type) {
    return of(JavaType.of(type, lookup.lookupClass().getClassLoader()));
  }

  Value of(JavaType type) {
    Value value = known.get(type);
    if (value != null) {
      return value;
    }
    Value made = make(type);
    if (known.size() >= MOST) {
      return made;
    }
    Value raced = known.putIfAbsent(type, made);
    return raced == null ? made : raced;
  }

  private Value make(JavaType type) {
    Class<?> raw = type.raw();
    if (raw.isArray()) {
      Object empty = Array.newInstance(raw.getComponentType(), 0);
      return new Value.Ready(() -> empty);
    }
    if (Platform.isFuture(raw.getName())) {
      return new Value.Completed(type.arguments().isEmpty() ? NULL : of(type.arguments().get(0)));
    }
    Optional<Value> offered =
        PlatformNullObjects.find(raw.getName()).or(() -> OwnNullObject.find(raw, lookup));
    if (offered.isPresent()) {
      return offered.get();
    }
    return raw.isInterface() && !raw.isSealed() && !Platform.owns(raw.getName())
        ? new GeneratedNullObject(type, this, access)
        : NULL;
  }
}
