package bank;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.EnableAspectJAutoProxy;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The program. */
@SpringBootApplication
@EnableAsync
@EnableScheduling
@EnableCaching
@EnableAspectJAutoProxy
public class Application {

  @Bean
  CacheManager caches() {
    return new ConcurrentMapCacheManager("addresses", "streets");
  }

  /** Starts the bank. */
  public static void main(String[] arguments) {
    SpringApplication.run(Application.class, arguments);
  }
}
