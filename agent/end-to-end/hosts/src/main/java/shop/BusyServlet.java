package shop;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ExecutionException;

/** Plays the scenario, and calls that go on on other threads. */
public class BusyServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Moves moves = new Moves(() -> "moved");
    try {
      String moved = moves.later().get() + " " + moves.handed() + " " + moves.covered().get();
      response.getWriter().println(new Scenario().get() + " " + moved);
    } catch (ExecutionException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
