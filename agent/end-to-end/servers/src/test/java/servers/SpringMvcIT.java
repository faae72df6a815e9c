package servers;

class SpringMvcIT extends ServerContract {

  SpringMvcIT() throws Exception {
    super("Spring MVC 6.2 in Tomcat 10.1", SpringMvcServer.class, "spring-mvc");
  }
}
