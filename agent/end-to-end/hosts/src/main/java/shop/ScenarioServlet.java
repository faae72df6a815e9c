package shop;

import dev.holdfast.CircuitOpenException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Plays the scenario once, and says whose classes took part. */
public class ScenarioServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ClassLoader own = Scenario.class.getClassLoader();
    response
        .getWriter()
        .println(
            new Scenario().get()
                + " own="
                + (own == Thread.currentThread().getContextClassLoader())
                + " exceptions="
                + CircuitOpenException.class.getClassLoader());
  }
}
