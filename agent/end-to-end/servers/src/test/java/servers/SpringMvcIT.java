package servers;

class SpringMvcIT extends ServerContract {

  SpringMvcIT() throws Exception {
    super("Spring MVC 6.2", SpringMvcServer.class, "spring-mvc");
  }
}
