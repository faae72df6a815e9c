package host;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;

/** Jetty with two webapps; its webapps' loaders look into themselves first. */
public final class JettyHost {

  private JettyHost() {}

  /** Serves, asks, ends. */
  public static void main(String[] arguments) throws Exception {
    List<Webapp> webapps = Webapp.two(Path.of(arguments[0]));
    ContextHandlerCollection contexts = new ContextHandlerCollection();
    for (Webapp webapp : webapps) {
      WebAppContext context = new WebAppContext();
      context.setContextPath(webapp.path());
      context.setWar(webapp.folder().toString());
      context.addServlet(Webapp.SERVLET, "/");
      contexts.addHandler(context);
    }
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    server.addConnector(connector);
    server.setHandler(contexts);
    server.start();
    Requests.send(connector.getLocalPort(), webapps);
    server.stop();
  }
}
