package dev.holdfast.core.adapter;

import dev.holdfast.core.pipeline.Entrance;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.wire.Wire;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What the engine offers to adapters. */
public interface Host {

  /**
   * The way through a proxy into the guard of a method.
   *
   * @param body the method whose body the proxy's target runs
   * @return empty if it has no guard
   */
  Optional<Entrance> entrance(Method body);

  /**
   * The same for a method of an interface that a JDK proxy implements.
   *
   * @param seenAt the proxy's class, which may have another loader than the interface
   */
  Optional<Entrance> entrance(Method method, Class<?> seenAt);

  /** Grows whenever {@link #entrance} may have other answers than before. */
  int changes();

  /** What requests take along. */
  Wire wire();

  /** Clocks, threads, and the settings in force. */
  Services services();

  /** Says once what is to be known of a method: where its guards run, or why they cannot. */
  void report(String sentence);

  /** Warns once of what is not as it should be. */
  void warn(String sentence);

  /** Warns once of what went wrong. */
  void warn(String sentence, Throwable cause);

  /**
   * Finds out what an adapter has to do, before it does anything. The application must not notice
   * that the engine, or a library that it asks, fails at that.
   *
   * @param place where the adapter stands, to warn of it
   * @return what the search answers; null, too, where it fails: the call goes on as if no adapter
   *     stood there, and meets the guard at the method's body
   */
  default <T> @Nullable T find(String place, Callable<@Nullable T> search) {
    try {
      return search.call();
    } catch (VirtualMachineError notOurs) {
      throw notOurs;
    } catch (Throwable fault) {
      warn(
          place
              + ": the agent cannot tell what is guarded there (expected: it can). Only methods"
              + " with a body are guarded then, inside of all proxies.",
          fault);
      return null;
    }
  }
}
