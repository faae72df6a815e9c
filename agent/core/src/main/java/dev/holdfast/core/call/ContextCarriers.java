package dev.holdfast.core.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All carriers as one; a carrier that throws is logged and left out. */
final class ContextCarriers implements ContextCarrier {

  private static final Logger LOG = LoggerFactory.getLogger(ContextCarriers.class);

  private final List<ContextCarrier> carriers;

  ContextCarriers(List<ContextCarrier> carriers) {
    this.carriers = List.copyOf(carriers);
  }

  /** Those that the engine's own loader offers; looked for once. */
  static ContextCarriers installed() {
    return Installed.CARRIERS;
  }

  @Override
  public Carried capture() {
    if (carriers.isEmpty()) {
      return Nothing.CARRIED;
    }
    List<Carried> all = new ArrayList<>(carriers.size());
    for (ContextCarrier carrier : carriers) {
      try {
        all.add(carrier.capture());
      } catch (RuntimeException | LinkageError fault) {
        LOG.warn("{} could not take its context along", carrier, fault);
      }
    }
    return () -> enter(all);
  }

  private static Entered enter(List<Carried> all) {
    List<Entered> entered = new ArrayList<>(all.size());
    for (Carried carried : all) {
      try {
        entered.add(carried.enter());
      } catch (RuntimeException | LinkageError fault) {
        LOG.warn("{} could not be put on a thread", carried, fault);
      }
    }
    Collections.reverse(entered);
    return () -> leave(entered);
  }

  private static void leave(List<Entered> innermostFirst) {
    for (Entered entered : innermostFirst) {
      try {
        entered.leave();
      } catch (RuntimeException | LinkageError fault) {
        LOG.warn("{} could not be taken off a thread", entered, fault);
      }
    }
  }

  private static final class Nothing {
    static final Carried CARRIED = () -> () -> {};
  }

  private static final class Installed {
    static final ContextCarriers CARRIERS =
        new ContextCarriers(
            ServiceLoader.load(ContextCarrier.class, ContextCarrier.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
  }
}
