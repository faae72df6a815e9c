package servers;

class Tomcat11IT extends ServerContract {

  Tomcat11IT() throws Exception {
    super("Tomcat 11", TomcatServer.class, "tomcat-11");
  }
}
