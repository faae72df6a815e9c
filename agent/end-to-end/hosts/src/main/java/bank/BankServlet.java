package bank;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Calls the beans; tells what came of each call and of the transactions in which it wrote. */
public class BankServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  @Inject private transient Account account;
  @Inject private transient Transfer transfer;
  @Inject private transient Teller teller;

  @Override
  public void init() throws ServletException {
    try {
      Book.open();
    } catch (SQLException failure) {
      throw new ServletException(failure);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PrintWriter out = response.getWriter();
    tell(out, "attempts", account::enter);
    tell(out, "inside", account::enterInside);
    tell(out, "outer", transfer::bookAndFail);
    tell(out, "outer", transfer::book);
    tell(out, "outer", transfer::book);
    tell(out, "teller", teller::enter);
  }

  private static void tell(PrintWriter out, String text, Consumer<String> call) throws IOException {
    int committed = Book.COMMITTED.get();
    int rolledBack = Book.ROLLED_BACK.get();
    String answer = answer(text, call);
    try {
      out.printf(
          "%s: %s, rows %d, committed %d, rolled back %d%n",
          text,
          answer,
          Book.rows(text),
          Book.COMMITTED.get() - committed,
          Book.ROLLED_BACK.get() - rolledBack);
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }

  private static String answer(String text, Consumer<String> call) {
    try {
      call.accept(text);
      return "done";
    } catch (RuntimeException failure) {
      return failure.getClass().getSimpleName();
    }
  }
}
