package dev.holdfast.core.policy.idempotent.data;

import dev.holdfast.core.type.ClassModel;
import java.util.List;
import java.util.Optional;

/** What is asked of classes that are their fields. */
@FunctionalInterface
interface Demand {

  /** They are read, and never made again. */
  Demand READ = (type, fields) -> Optional.of(new Construction("", fields));

  /** They are made again, by {@link Constructors}. */
  Demand READ_AND_MAKE = Constructors::find;

  /** How instances are made; empty if they cannot be. */
  Optional<Construction> meet(ClassModel type, List<ShapeField> fields);

  /**
   * How instances are made.
   *
   * @param constructor a descriptor; empty if they are not made
   * @param fields in the order of the constructor's parameters, if it has any
   */
  record Construction(String constructor, List<ShapeField> fields) {

    public Construction {
      fields = List.copyOf(fields);
    }
  }
}
