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
 */
public record Hook(String owner, Reach reach, String method, String descriptor, String adapter) {

  /** Which classes declare a method. */
  public enum Reach {
    /** The owner itself. */
    OWNER,
    /** All classes that name the owner among the interfaces which they implement. */
    IMPLEMENTERS
  }

  /** A method of one class. */
  public Hook(String owner, String method, String descriptor, String adapter) {
    this(owner, Reach.OWNER, method, descriptor, adapter);
  }

  /** Name and descriptor, written together. */
  public String signature() {
    return method + descriptor;
  }
}
