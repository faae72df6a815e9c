package dev.holdfast.bridge;

import java.lang.invoke.CallSite;

/** The engine, as the bridge sees it: makes the call site of one woven method. */
@FunctionalInterface
public interface Linker {

  /**
   * Links a woven method to its pipeline.
   *
   * @param site the woven method, its caller's lookup and its body
   * @return a call site of the type {@code site.type()}
   * @throws Throwable when it cannot; the bridge then binds the bare body
   */
  CallSite link(WovenSite site) throws Throwable;
}
