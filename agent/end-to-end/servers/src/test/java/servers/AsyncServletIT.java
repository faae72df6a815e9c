package servers;

import dev.holdfast.testkit.Jdk;

/** Everything is done on another thread than the one that took the request. */
class AsyncServletIT extends ServerContract {

  AsyncServletIT() throws Exception {
    super(Jdk.own(), "Tomcat 10.1, async", TomcatServer.class, "tomcat-10", "/async");
  }
}
