package dev.holdfast.weaving.handler;

import dev.holdfast.bridge.WovenSite;
import dev.holdfast.core.adapter.Adapter;
import dev.holdfast.core.adapter.Host;
import java.lang.invoke.MethodType;
import java.util.Optional;

/** Makes what stands at handlers, when they are first called. */
public final class HandlerLinks {

  private final Handlers handlers;
  private final Host host;
  private final Targets targets;

  /** At those handlers, by what that engine knows. */
  public HandlerLinks(Handlers handlers, Host host) {
    this.handlers = handlers;
    this.host = host;
    targets = new Targets(handlers, new Fields(host));
  }

  /** What stands at a woven method; empty if it is no handler that begins a transaction. */
  public Optional<Adapter> at(WovenSite site) {
    Class<?> owner = site.lookup().lookupClass();
    return handlers
        .find(owner, site.name() + site.descriptor())
        .map(
            handler ->
                new HandlerGuard(handler, owner.getName(), hasReceiver(site), host, targets));
  }

  /** Class files that take arguments in an array are older than lambdas: theirs are no statics. */
  private static boolean hasReceiver(WovenSite site) {
    MethodType declared =
        MethodType.fromMethodDescriptorString(
            site.descriptor(), site.lookup().lookupClass().getClassLoader());
    return !site.type().equals(declared);
  }
}
