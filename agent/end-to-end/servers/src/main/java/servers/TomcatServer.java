package servers;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;

/** The desk in Tomcat. */
public final class TomcatServer {

  private TomcatServer() {}

  /** Serves until the program is killed. */
  public static void main(String[] arguments) throws IOException, LifecycleException {
    serve(new DeskServlet());
  }

  static void serve(Servlet servlet) throws IOException, LifecycleException {
    String folder = Files.createTempDirectory("tomcat").toString();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder);
    tomcat.setPort(0);
    Context context = tomcat.addContext("", folder);
    Wrapper desk = Tomcat.addServlet(context, "desk", servlet);
    desk.setAsyncSupported(true);
    desk.addMapping("/");
    tomcat.getConnector();
    tomcat.start();
    Ready.at(tomcat.getConnector().getLocalPort());
    tomcat.getServer().await();
  }
}
