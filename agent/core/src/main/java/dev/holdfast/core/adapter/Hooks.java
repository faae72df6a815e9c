package dev.holdfast.core.adapter;

import java.util.List;

/**
 * What one module hooks into; found by {@link java.util.ServiceLoader}. It is loaded by the
 * engine's own loader and names no type of the library. The adapters themselves lie in packages
 * named {@code inside} below its own.
 */
public interface Hooks {

  /** All of the module's hooks. */
  List<Hook> hooks();
}
