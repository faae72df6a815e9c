package dev.holdfast.core.adapter;

import dev.holdfast.bridge.JdkClients;
import dev.holdfast.core.call.Workers;
import dev.holdfast.core.wire.Wire;

/**
 * What the engine does in the JDK's own HTTP clients, which no adapter can be put beside; found by
 * {@link java.util.ServiceLoader}.
 */
public interface JdkAdvice {

  /** The advice, by what the engine tells of requests. */
  JdkClients.Advice by(Wire wire, Workers workers);
}
