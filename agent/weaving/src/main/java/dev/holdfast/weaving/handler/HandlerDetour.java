package dev.holdfast.weaving.handler;

import dev.holdfast.core.call.Detour;
import dev.holdfast.core.pipeline.Passage;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An attempt goes through the whole of the handler. */
final class HandlerDetour implements Detour {

  private final MethodHandle body;
  private final @Nullable Object[] first;
  private final Passage passage;

  /**
   * @param body the handler's own work, its arguments in an array
   * @param first the arguments of the handler's first call, those of the proxy's method last
   */
  HandlerDetour(MethodHandle body, @Nullable Object[] first, Passage passage) {
    this.body = body;
    this.first = first;
    this.passage = passage;
  }

  @Override
  public @Nullable Object proceed(@Nullable Object[] arguments) throws Throwable {
    @Nullable Object[] own = first.clone();
    if (arguments.length > 1) {
      own[own.length - 1] = Arrays.copyOfRange(arguments, 1, arguments.length, Object[].class);
    }
    Passage outer = Passage.enter(passage);
    try {
      return (Object) body.invokeExact(own);
    } finally {
      Passage.leave(outer);
    }
  }

  @Override
  public boolean joinsOuterTransaction() {
    return true;
  }
}
