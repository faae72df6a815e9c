package servers;

class Jetty12IT extends ServerContract {

  Jetty12IT() throws Exception {
    super("Jetty 12", JettyServer.class, "jetty-12");
  }
}
