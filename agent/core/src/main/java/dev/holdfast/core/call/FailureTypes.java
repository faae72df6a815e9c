package dev.holdfast.core.call;

import java.util.Collection;
import java.util.Set;

/**
 * Tells failures apart by the types that a policy lists in its {@code on} and {@code not}: the
 * closest listed type wins, {@code not} on a tie.
 *
 * <p>Types are told by name, up the chain of superclasses: nothing is loaded and no loader is held,
 * and a type that does not exist never matches. {@linkplain Causes#unwrap Carriers} are looked
 * through, unless exactly the carrier's own type is listed.
 *
 * @param on binary names of types, of superclasses too
 * @param not binary names of types, of superclasses too
 */
public record FailureTypes(Set<String> on, Set<String> not) {

  /** Where the closest listed type stands. */
  public enum Listed {
    /** In {@code on}. */
    ON,
    /** In {@code not}. */
    NOT,
    /** Neither the failure's type nor a supertype is in either. */
    NOWHERE
  }

  public FailureTypes {
    on = Set.copyOf(on);
    not = Set.copyOf(not);
  }

  /** The types as attributes list them; repetitions count once. */
  public FailureTypes(Collection<String> on, Collection<String> not) {
    this(Set.copyOf(on), Set.copyOf(not));
  }

  /** Where the closest type to this failure stands. */
  public Listed closest(Throwable failure) {
    Listed found = exactly(failure);
    Class<?> type = Causes.unwrap(failure).getClass().getSuperclass();
    while (found == Listed.NOWHERE && type != null) {
      found = at(type);
      type = type.getSuperclass();
    }
    return found;
  }

  /** Whether the closest type to this failure stands in {@code on}. */
  public boolean covers(Throwable failure) {
    return closest(failure) == Listed.ON;
  }

  /** Where exactly the class of this failure stands, no supertype. */
  public Listed exactly(Throwable failure) {
    Listed asThrown = at(failure.getClass());
    return asThrown == Listed.NOWHERE ? at(Causes.unwrap(failure).getClass()) : asThrown;
  }

  /**
   * Whether {@code on} lists exactly the class of this failure, no supertype, and {@code not} does
   * not: what it takes for failures that a policy leaves alone by itself.
   */
  public boolean listsExactly(Throwable failure) {
    return exactly(failure) == Listed.ON;
  }

  private Listed at(Class<?> type) {
    String name = type.getName();
    if (not.contains(name)) {
      return Listed.NOT;
    }
    return on.contains(name) ? Listed.ON : Listed.NOWHERE;
  }
}
