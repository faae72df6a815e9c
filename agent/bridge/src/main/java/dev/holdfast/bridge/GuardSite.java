package dev.holdfast.bridge;

import java.lang.invoke.MutableCallSite;

/**
 * The call site of one woven method; it keeps what another pipeline is linked from later.
 *
 * <p>It lives here, because the JVM holds the call sites of a class for as long as any method of
 * that class runs, and the engine should be able to go before that.
 */
public final class GuardSite extends MutableCallSite {

  private final WovenSite site;

  /** A site that calls the bare body. */
  public GuardSite(WovenSite site) {
    super(site.body());
    this.site = site;
  }

  /** The method that it stands in. */
  public WovenSite site() {
    return site;
  }

  /** Whether this site is right for that method of that class as well: the JVM asked twice. */
  public boolean serves(WovenSite other) {
    return site.lookup().lookupClass() == other.lookup().lookupClass()
        && type().equals(other.type());
  }
}
