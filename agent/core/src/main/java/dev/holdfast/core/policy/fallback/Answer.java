package dev.holdfast.core.policy.fallback;

import dev.holdfast.core.pipeline.Binding;
import dev.holdfast.core.policy.fallback.value.Literal;
import dev.holdfast.core.policy.fallback.value.NullObjects;
import java.util.ArrayList;
import java.util.List;

/** What a fallback answers with, as class files tell it; data that refers to no loaded class. */
sealed interface Answer {

  /**
   * Makes it callable.
   *
   * @throws ReflectiveOperationException if what it needs cannot be reached from the class that
   *     declares the guarded method
   */
  Substitute bind(Binding binding) throws ReflectiveOperationException;

  /**
   * One of several overloads of a method, one for each type of failure that is taken.
   *
   * @param overloads at least one
   */
  record ByMethod(List<FallbackMethod> overloads) implements Answer {

    public ByMethod {
      overloads = List.copyOf(overloads);
      if (overloads.isEmpty()) {
        throw new IllegalArgumentException("overloads: none (expected: at least one)");
      }
    }

    @Override
    public Substitute bind(Binding binding) throws ReflectiveOperationException {
      MethodBinder binder = new MethodBinder(binding);
      List<MethodSubstitute.Overload> bound = new ArrayList<>();
      for (FallbackMethod overload : overloads) {
        bound.add(binder.bind(overload));
      }
      return new MethodSubstitute(bound);
    }
  }

  /** A literal, the same for every call. */
  record ByLiteral(Literal literal) implements Answer {

    @Override
    public Substitute bind(Binding binding) throws ReflectiveOperationException {
      return new ValueSubstitute(literal.bind(binding.lookup()));
    }
  }

  /** The null object of the return type. */
  record ByNullObject() implements Answer {

    @Override
    public Substitute bind(Binding binding) {
      NullObjects nullObjects = new NullObjects(binding.lookup(), binding.services().access());
      return new ValueSubstitute(nullObjects.of(binding.method().method().returnType()));
    }
  }
}
