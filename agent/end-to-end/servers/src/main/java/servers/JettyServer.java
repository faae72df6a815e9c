package servers;

import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The desk in Jetty. */
public final class JettyServer {

  private JettyServer() {}

  /** Serves until the program is killed. */
  public static void main(String[] arguments) throws Exception {
    ServletHolder desk = new ServletHolder(new DeskServlet());
    desk.setAsyncSupported(true);
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/");
    context.addServlet(desk, "/*");
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    server.addConnector(connector);
    server.setHandler(context);
    server.start();
    Ready.at(connector.getLocalPort());
    server.join();
  }
}
