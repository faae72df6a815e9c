package dev.holdfast.core.plan;

import dev.holdfast.core.type.TypeRef;

/** What a method answers with, and so when its outcome is known. */
public enum ReturnKind {
  /** A value or nothing: the outcome is the return. */
  VALUE,
  /** A {@code CompletionStage} or {@code CompletableFuture}. */
  STAGE,
  /** A plain {@code Future}: it must be waited for. */
  FUTURE;

  static ReturnKind of(TypeRef type) {
    if (type.is("java.util.concurrent.CompletionStage")
        || type.is("java.util.concurrent.CompletableFuture")) {
      return STAGE;
    }
    return type.is("java.util.concurrent.Future") ? FUTURE : VALUE;
  }

  /** Whether the outcome comes after the return. */
  public boolean isAsync() {
    return this != VALUE;
  }
}
