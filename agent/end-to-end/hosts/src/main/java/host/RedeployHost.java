package host;

import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** Tomcat with one webapp that is deployed, asked and undeployed again and again. */
public final class RedeployHost {

  private final Tomcat tomcat = new Tomcat();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Webapp webapp = Webapp.one();
  private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

  private RedeployHost() throws Exception {
    tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
    tomcat.setPort(0);
    tomcat.getConnector();
    tomcat.start();
  }

  /**
   * Prints every answer with how often it came, and after each tenth of the deployments how many of
   * the loaders still live and what is used of the heap.
   *
   * @param arguments how often
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    RedeployHost host = new RedeployHost();
    int times = Integer.parseInt(arguments[0]);
    Map<String, Integer> answers = new TreeMap<>();
    for (int deployment = 1; deployment <= times; deployment++) {
      answers.merge(host.deployed(), 1, Integer::sum);
      if (deployment % (times / 10) == 0) {
        System.out.println(deployment + " " + host.used());
      }
    }
    System.out.println(answers);
    host.tomcat.stop();
    host.tomcat.destroy();
  }

  private String deployed() throws Exception {
    Context context = tomcat.addContext(webapp.path(), webapp.folder().toString());
    Tomcat.addServlet(context, "busy", "shop.BusyServlet").addMapping("/");
    loaders.add(new WeakReference<>(context.getLoader().getClassLoader()));
    try {
      URI uri = URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + "/one/");
      HttpRequest request = HttpRequest.newBuilder(uri).build();
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return response.statusCode() + " " + response.body().trim();
    } finally {
      undeploy(context);
    }
  }

  private void undeploy(Context context) throws LifecycleException {
    context.stop();
    context.destroy();
    tomcat.getHost().removeChild(context);
  }

  /** A few collections: what the first finds weakly reachable, later ones free. */
  private String used() {
    for (int collection = 0; collection < 4; collection++) {
      System.gc();
    }
    long live = loaders.stream().filter(loader -> !loader.refersTo(null)).count();
    Runtime runtime = Runtime.getRuntime();
    return live + " " + (runtime.totalMemory() - runtime.freeMemory()) / 1024;
  }
}
