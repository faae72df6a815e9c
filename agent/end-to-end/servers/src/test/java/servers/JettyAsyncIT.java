package servers;

import dev.holdfast.testkit.Jdk;

/** Everything is done on another thread than the one that took the request. */
class JettyAsyncIT extends ServerContract {

  JettyAsyncIT() throws Exception {
    super(Jdk.own(), "Jetty 12, async", JettyServer.class, "jetty-12", "/async");
  }
}
