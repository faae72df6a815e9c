package wire;

import java.io.IOException;

/** Something that is measured twice, without the agent and with it. */
@FunctionalInterface
public interface Experiment {

  /**
   * Measures.
   *
   * @param size how many clients, charges or calls
   */
  Finding run(int size) throws IOException, InterruptedException;
}
