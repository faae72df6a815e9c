package dev.holdfast.bridge;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * One woven method at the moment when it is linked.
 *
 * @param lookup the lookup of the class that declares the method, with all its rights
 * @param name the method's name
 * @param descriptor the method's descriptor in its class file
 * @param type the type of the call site: the receiver first unless the method is static, or {@code
 *     (Object[])Object} for a method bound through an array
 * @param body the method's bare body, of the same type
 * @param isSpread whether receiver and arguments come in one array; a method may take an {@code
 *     Object[]} of its own
 */
public record WovenSite(
    Lookup lookup,
    String name,
    String descriptor,
    MethodType type,
    MethodHandle body,
    boolean isSpread) {

  /** The same method with another body, of the same type. */
  public WovenSite with(MethodHandle other) {
    return new WovenSite(lookup, name, descriptor, type, other, isSpread);
  }
}
