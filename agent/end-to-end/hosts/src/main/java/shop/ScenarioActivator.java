package shop;

import dev.holdfast.CircuitOpenException;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Plays the scenario when its bundle starts, and says whose exceptions took part. */
public class ScenarioActivator implements BundleActivator {

  @Override
  @SuppressWarnings("SystemOut")
  public void start(BundleContext context) {
    System.out.println(
        "played "
            + context.getBundle().getSymbolicName()
            + " "
            + new Scenario().get()
            + " exceptions="
            + CircuitOpenException.class.getClassLoader());
  }

  @Override
  public void stop(BundleContext context) {
    // Nothing was begun.
  }
}
