package dev.holdfast.weaving.adapter;

import dev.holdfast.core.adapter.Host;
import dev.holdfast.core.pipeline.Entrance;
import dev.holdfast.core.pipeline.Guards;
import dev.holdfast.core.pipeline.Services;
import dev.holdfast.core.wire.Wire;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine, as adapters see it. */
public final class EngineHost implements Host {

  private static final Logger LOG = LoggerFactory.getLogger(EngineHost.class);

  private final Guards guards;
  private final Supplier<Wire> wire;
  private final Supplier<Services> services;
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  /** Offers the ways into these guards, what requests take along, and what policies are offered. */
  public EngineHost(Guards guards, Supplier<Wire> wire, Supplier<Services> services) {
    this.guards = guards;
    this.wire = wire;
    this.services = services;
  }

  @Override
  public Optional<Entrance> entrance(Method body) {
    return entrance(body, body.getDeclaringClass());
  }

  @Override
  public Optional<Entrance> entrance(Method method, Class<?> seenAt) {
    String descriptor =
        MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .toMethodDescriptorString();
    try {
      return guards.entrance(seenAt, method.getDeclaringClass(), method.getName() + descriptor);
    } catch (IllegalAccessException closed) {
      warn(method + " cannot be guarded at its proxy: " + closed.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public Wire wire() {
    return wire.get();
  }

  @Override
  public Services services() {
    return services.get();
  }

  @Override
  public int changes() {
    return guards.registrations();
  }

  @Override
  public void report(String sentence) {
    if (said.add(sentence)) {
      LOG.info("{}", sentence);
    }
  }

  @Override
  public void warn(String sentence) {
    if (said.add(sentence)) {
      LOG.warn("{}", sentence);
    }
  }

  @Override
  public void warn(String sentence, Throwable cause) {
    if (said.add(sentence)) {
      LOG.warn("{}", sentence, cause);
    }
  }
}
