package servers;

class JdkHttpServerIT extends ServerContract {

  JdkHttpServerIT() throws Exception {
    super("the JDK's HttpServer", JdkServer.class, "jdk");
  }
}
