package servers;

/** Everything is done on another thread than the one that took the request. */
class SpringMvcCallableIT extends ServerContract {

  SpringMvcCallableIT() throws Exception {
    super("Spring MVC 6.2, Callable", SpringMvcServer.class, "spring-mvc", "/callable");
  }
}
