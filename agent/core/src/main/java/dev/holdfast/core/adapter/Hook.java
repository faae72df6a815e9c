package dev.holdfast.core.adapter;

/**
 * A method of a library at which an adapter stands. Where the library has no such class or method,
 * another version of it for example, the hook is without effect.
 *
 * @param owner the class that declares the method, a binary name; or the interface that such
 *     classes implement
 * @param reach what of the owner is meant
 * @param method the method's name
 * @param descriptor the method's descriptor
 * @param adapter the {@link Adapter}'s class, a binary name; loaded by the loader of the adapters
 *     of that application, which sees the application's library and the engine
 * @param isAroundGuards where the method is guarded, too: whether the adapter stands around its
 *     guards, as what serves a request does; else each attempt goes through it
 */
public record Hook(
    String owner,
    Reach reach,
    String method,
    String descriptor,
    String adapter,
    boolean isAroundGuards) {

  /** Which classes declare a method. */
  public enum Reach {
    /** The owner itself. */
    OWNER,
    /** All classes that name the owner among the interfaces which they implement. */
    IMPLEMENTERS
  }

  /** A method whose adapter each attempt goes through. */
  public Hook(String owner, Reach reach, String method, String descriptor, String adapter) {
    this(owner, reach, method, descriptor, adapter, false);
  }

  /** A method of one class, whose adapter each attempt goes through. */
  public Hook(String owner, String method, String descriptor, String adapter) {
    this(owner, Reach.OWNER, method, descriptor, adapter);
  }

  /** The same with the adapter around what guards the method. */
  public Hook aroundGuards() {
    return new Hook(owner, reach, method, descriptor, adapter, true);
  }

  /** Name and descriptor, written together. */
  public String signature() {
    return method + descriptor;
  }
}
