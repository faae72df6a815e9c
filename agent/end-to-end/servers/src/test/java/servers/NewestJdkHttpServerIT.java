package servers;

import dev.holdfast.testkit.Jdk;

/** The server is woven in the JDK itself, which is another one in each release. */
class NewestJdkHttpServerIT extends ServerContract {

  NewestJdkHttpServerIT() throws Exception {
    super(Jdk.find(25).orElse(Jdk.own()), "newest JDK's HttpServer", JdkServer.class, "jdk", "");
  }
}
