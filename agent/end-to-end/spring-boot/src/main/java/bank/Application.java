package bank;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Application {

  /** Starts the bank. */
  public static void main(String[] arguments) {
    SpringApplication.run(Application.class, arguments);
  }
}
