package host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** Tomcat with two webapps; its webapps' loaders look into themselves first. */
public final class TomcatHost {

  private TomcatHost() {}

  /** Serves, asks, ends. */
  public static void main(String[] arguments) throws Exception {
    List<Webapp> webapps = Webapp.two(Path.of(arguments[0]));
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
    tomcat.setPort(0);
    tomcat.getConnector();
    for (Webapp webapp : webapps) {
      Context context = tomcat.addContext(webapp.path(), webapp.folder().toString());
      Tomcat.addServlet(context, "scenario", Webapp.SERVLET).addMapping("/");
    }
    tomcat.start();
    Requests.send(tomcat.getConnector().getLocalPort(), webapps);
    tomcat.stop();
    tomcat.destroy();
  }
}
