package servers;

class Tomcat10IT extends ServerContract {

  Tomcat10IT() throws Exception {
    super("Tomcat 10.1", TomcatServer.class, "tomcat-10");
  }
}
