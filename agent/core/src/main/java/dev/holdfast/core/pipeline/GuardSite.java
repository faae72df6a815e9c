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
}
