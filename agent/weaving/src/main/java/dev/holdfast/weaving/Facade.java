package dev.holdfast.weaving;

import dev.holdfast.Holdfast;
import dev.holdfast.core.call.FacadeAnswers;
import dev.holdfast.core.time.Time;
import java.lang.invoke.MethodHandles;
import java.util.function.Function;

/** Gives the facade {@link Holdfast} somebody to ask. */
final class Facade {

  private Facade() {}

  /**
   * @throws ReflectiveOperationException when the facade is of another version
   */
  static void connect(Time time) throws ReflectiveOperationException {
    MethodHandles.privateLookupIn(Holdfast.class, MethodHandles.lookup())
        .findStaticVarHandle(Holdfast.class, "agent", Function.class)
        .setVolatile(new FacadeAnswers(time));
  }
}
