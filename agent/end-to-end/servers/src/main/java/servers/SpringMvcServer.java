package servers;

import desk.Desk;
import desk.Reply;
import desk.Till;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The desk as a controller of Spring MVC, in Tomcat. */
@EnableWebMvc
@RestController
public class SpringMvcServer {

  private static final String CALLABLE = "/callable";

  private final Desk desk = new Desk();

  /** Serves until the program is killed. */
  public static void main(String[] arguments) throws Exception {
    AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    context.register(SpringMvcServer.class, Till.class);
    TomcatServer.serve(new DispatcherServlet(context));
  }

  /** Answers. */
  @RequestMapping("/**")
  public ResponseEntity<String> answer(HttpServletRequest request) throws InterruptedException {
    return answer(request.getRequestURI(), Objects.toString(request.getQueryString(), ""));
  }

  /** Answers on another thread. */
  @RequestMapping(CALLABLE + "/**")
  public Callable<ResponseEntity<String>> answerLater(HttpServletRequest request) {
    String path = request.getRequestURI().substring(CALLABLE.length());
    String query = Objects.toString(request.getQueryString(), "");
    return () -> answer(path, query);
  }

  private ResponseEntity<String> answer(String path, String query) throws InterruptedException {
    Reply reply = desk.answer(path, query);
    return ResponseEntity.status(reply.status()).body(reply.text());
  }
}
