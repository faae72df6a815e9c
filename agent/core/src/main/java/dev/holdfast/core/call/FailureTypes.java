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
 */
public final class FailureTypes {

  /** Where the closest listed type stands. */
  public enum Listed {
    /** In {@code on}. */
    ON,
    /** In {@code not}. */
    NOT,
    /** Neither the failure's type nor a supertype is in either. */
    NOWHERE
  }

  private final Set<String> on;
  private final Set<String> not;

  /**
   * @param on binary names of types, of superclasses too
   * @param not binary names of types, of superclasses too
   */
  public FailureTypes(Collection<String> on, Collection<String> not) {
    this.on = Set.copyOf(on);
    this.not = Set.copyOf(not);
  }

  /** Where the closest type to this failure stands. */
  public Listed closest(Throwable failure) {
    Listed asThrown = at(failure.getClass());
    if (asThrown != Listed.NOWHERE) {
      return asThrown;
    }
    for (Class<?> type = Causes.unwrap(failure).getClass();
        type != null;
        type = type.getSuperclass()) {
      Listed here = at(type);
      if (here != Listed.NOWHERE) {
        return here;
      }
    }
    return Listed.NOWHERE;
  }

  /** Whether the closest type to this failure stands in {@code on}. */
  public boolean covers(Throwable failure) {
    return closest(failure) == Listed.ON;
  }

  /**
   * Whether {@code on} lists exactly the class of this failure, no supertype, and {@code not} does
   * not: what it takes for failures that a policy leaves alone by itself.
   */
  public boolean listsExactly(Throwable failure) {
    Listed asThrown = at(failure.getClass());
    return asThrown == Listed.NOWHERE
        ? at(Causes.unwrap(failure).getClass()) == Listed.ON
        : asThrown == Listed.ON;
  }

  private Listed at(Class<?> type) {
    String name = type.getName();
    if (not.contains(name)) {
      return Listed.NOT;
    }
    return on.contains(name) ? Listed.ON : Listed.NOWHERE;
  }
}
