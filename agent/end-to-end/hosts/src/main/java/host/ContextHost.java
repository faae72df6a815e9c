package host;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.Locale;
import org.apache.logging.log4j.ThreadContext;
import org.slf4j.MDC;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import shop.Moves;

/** Calls that go on elsewhere, by a thread that has everything set and then by one that has not. */
public final class ContextHost {

  private static final ContextKey<String> TRACE = ContextKey.named("trace");

  private ContextHost() {}

  /** Prints what the application sees on the other threads. */
  @SuppressWarnings("try") // the scope is held and not used
  public static void main(String[] arguments) throws Exception {
    MDC.put("user", "mdc");
    ThreadContext.put("user", "log4j");
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken("ann", "secret"));
    LocaleContextHolder.setLocale(Locale.FRENCH);
    try (Scope scope = Context.current().with(TRACE, "trace").makeCurrent()) {
      play("set");
    }
    MDC.clear();
    ThreadContext.clearAll();
    SecurityContextHolder.clearContext();
    LocaleContextHolder.resetLocaleContext();
    Locale.setDefault(Locale.ENGLISH);
    play("unset");
  }

  @SuppressWarnings("SystemOut")
  private static void play(String name) throws Exception {
    Moves moves = new Moves(ContextHost::seen);
    System.out.println(name + " attempt " + moves.later().get());
    System.out.println(name + " handoff " + moves.handed());
    System.out.println(name + " fallback " + moves.covered().get());
  }

  private static String seen() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    String trace = Context.current().get(TRACE);
    return MDC.get("user")
        + " "
        + ThreadContext.get("user")
        + " "
        + trace
        + " "
        + (who == null ? "nobody" : who.getName())
        + " "
        + LocaleContextHolder.getLocale();
  }
}
