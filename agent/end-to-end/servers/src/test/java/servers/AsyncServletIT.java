package servers;

/** The same in Tomcat, where the time that is left is asked for on another thread. */
class AsyncServletIT extends ServerContract {

  AsyncServletIT() throws Exception {
    super("Tomcat 10.1, async servlet", TomcatServer.class, "tomcat-10");
  }

  @Override
  String leftPath() {
    return "/async/left";
  }
}
