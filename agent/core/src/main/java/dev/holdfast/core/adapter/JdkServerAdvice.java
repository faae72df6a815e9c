package dev.holdfast.core.adapter;

import dev.holdfast.bridge.JdkServers;
import dev.holdfast.core.pipeline.Services;

/**
 * What the engine does in the JDK's own HTTP server, which no adapter can be put beside; found by
 * {@link java.util.ServiceLoader}.
 */
public interface JdkServerAdvice {

  /** The advice, by what the engine offers. */
  JdkServers.Advice by(Services services);
}
