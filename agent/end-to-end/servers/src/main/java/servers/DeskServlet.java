package servers;

import desk.Desk;
import desk.Reply;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/** The desk as a servlet; asked for {@code /async/...} it answers on another thread. */
public final class DeskServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final String ASYNC = "/async";

  /** What no answer comes from, and what takes its time. */
  private static final long SOON_MILLIS = 500;

  private static final long LATE_MILLIS = 60_000;

  private final transient Desk desk = new Desk();

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI();
    if (path.startsWith(ASYNC)) {
      AsyncContext context = request.startAsync();
      context.setTimeout(path.endsWith("/broken") ? SOON_MILLIS : LATE_MILLIS);
      context.start(
          () -> {
            write(path.substring(ASYNC.length()), request, response);
            context.complete();
          });
    } else {
      write(path, request, response);
    }
  }

  private void write(String path, HttpServletRequest request, HttpServletResponse response) {
    try {
      Reply reply = desk.answer(path, Objects.toString(request.getQueryString(), ""));
      response.setStatus(reply.status());
      response.getWriter().write(reply.text());
      response.flushBuffer();
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
