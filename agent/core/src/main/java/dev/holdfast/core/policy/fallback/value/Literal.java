package dev.holdfast.core.policy.fallback.value;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A literal that fits a return type, read while classes may not be loaded yet. */
public sealed interface Literal {

  /**
   * Makes the literal's value.
   *
   * @param lookup a lookup with all rights in the class that declares the guarded method
   * @throws ReflectiveOperationException if the literal's type cannot be reached
   */
  Value bind(Lookup lookup) throws ReflectiveOperationException;

  /** A value of a type of the platform. */
  record Fixed(@Nullable Object value) implements Literal {

    @Override
    public Value bind(Lookup lookup) {
      return new Value.Ready(() -> value);
    }
  }

  /**
   * A constant of an enum.
   *
   * @param type the enum's binary name
   */
  record Constant(String type, String name) implements Literal {

    private static final MethodType SOURCE = MethodType.methodType(Object.class);

    @Override
    public Value bind(Lookup lookup) throws ReflectiveOperationException {
      Class<?> owner = Class.forName(type, false, lookup.lookupClass().getClassLoader());
      MethodHandle constant = lookup.findStaticGetter(owner, name, owner).asType(SOURCE);
      return () -> (Object) constant.invokeExact();
    }
  }

  /** A full {@link Optional}, or the empty one around null. */
  record Present(Literal content) implements Literal {

    @Override
    public Value bind(Lookup lookup) throws ReflectiveOperationException {
      Value bound = content.bind(lookup);
      return () -> Optional.ofNullable(bound.make());
    }
  }

  /** A future that has completed with a literal. */
  record Completed(Literal outcome) implements Literal {

    @Override
    public Value bind(Lookup lookup) throws ReflectiveOperationException {
      return new Value.Completed(outcome.bind(lookup));
    }
  }
}
