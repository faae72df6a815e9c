package servers;

import dev.holdfast.testkit.Jdk;

/** Everything is done on another thread than the one that took the request. */
class SpringMvcCallableIT extends ServerContract {

  SpringMvcCallableIT() throws Exception {
    super(Jdk.own(), "Spring MVC 6.2, Callable", SpringMvcServer.class, "spring-mvc", "/callable");
  }
}
