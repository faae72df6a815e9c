package dev.holdfast.core.pipeline;

import dev.holdfast.bridge.WovenSite;
import java.lang.invoke.MutableCallSite;

/** The call site of one woven method; it keeps what another pipeline is linked from later. */
final class GuardSite extends MutableCallSite {

  private final WovenSite site;

  GuardSite(WovenSite site) {
    super(site.body());
    this.site = site;
  }

  WovenSite site() {
    return site;
  }

  /** Whether this site is right for that method of that class as well: the JVM asked twice. */
  boolean serves(WovenSite other) {
    return site.lookup().lookupClass() == other.lookup().lookupClass()
        && type().equals(other.type());
  }
}
